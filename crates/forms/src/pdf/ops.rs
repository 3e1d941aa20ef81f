//! Drawing operations as those of PDF: points from the bottom left.

use super::{font_id, picture_id};
use crate::draw::{Draw, Ink};
use crate::picture::Picture;
use printpdf::{
    Color, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt,
    TextItem, TextMatrix, WindingOrder, XObjectTransform,
};

const PT: f32 = 72.0 / 25.4;
/// A box to tick, and its tick: weights, and corners in parts of the side.
const TICK_BOX: f32 = 0.25;
const TICK_MARK: f32 = 0.45;
const MARK: [(f32, f32); 3] = [(0.18, 0.50), (0.42, 0.76), (0.84, 0.20)];

/// The operations of one page of this height in millimetres.
pub(super) fn ops(draws: &[Draw], pictures: &[Picture], height: f32) -> Vec<Op> {
    let mut out = Out { ops: Vec::new(), height, fill: None, weight: None, dash: None, texting: false };
    out.ops.push(Op::SetOutlineColor { col: grey(0.0) });
    for draw in draws {
        out.draw(draw, pictures);
    }
    out.shapes();
    out.ops
}

/// The page as it is written, and what holds on it now.
struct Out {
    ops: Vec<Op>,
    height: f32,
    fill: Option<Ink>,
    weight: Option<f32>,
    dash: Option<Option<(f32, f32)>>,
    texting: bool,
}

impl Out {
    fn draw(&mut self, draw: &Draw, pictures: &[Picture]) {
        match draw {
            Draw::Text { x, y, width: _, size, face, ink, runs } => {
                self.filled(*ink);
                if !self.texting {
                    self.ops.push(Op::StartTextSection);
                    self.texting = true;
                }
                self.ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(*face)), size: Pt(*size) });
                let Point { x, y } = self.point((*x, *y));
                self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(x, y) });
                let items = runs.iter().flat_map(|(gap, text)| {
                    // A space before a run moves the pen forward: offsets count against it, in thousandths.
                    let offset = (*gap != 0.0).then(|| TextItem::Offset(round(-1000.0 * gap)));
                    offset.into_iter().chain([TextItem::Text(text.clone())])
                });
                self.ops.push(Op::ShowText { items: items.collect() });
            }
            Draw::Fill { x, y, w, h } => self.polygon(&[vec![(*x, *y), (x + w, *y), (x + w, y + h), (*x, y + h)]]),
            Draw::Shape { corners } => self.polygon(std::slice::from_ref(corners)),
            Draw::Line { from, to, weight, dash } => self.stroke(&[*from, *to], false, *weight, *dash),
            Draw::Rect { x, y, w, h, weight } => {
                self.stroke(&[(*x, *y), (x + w, *y), (x + w, y + h), (*x, y + h)], true, *weight, None);
            }
            Draw::Tick { x, y, size, ticked } => {
                let corners = [(*x, *y), (x + size, *y), (x + size, y + size), (*x, y + size)];
                self.stroke(&corners, true, TICK_BOX, None);
                if *ticked {
                    let mark = MARK.map(|(dx, dy)| (x + dx * size, y + dy * size));
                    self.stroke(&mark, false, TICK_MARK, None);
                }
            }
            Draw::Image { x, y, w, h, picture } => self.image((*x, *y), (*w, *h), *picture, &pictures[*picture]),
            Draw::Code { x, y, size, modules, dark, says: _ } => {
                let side = size / *modules as f32;
                let rings: Vec<Vec<(f32, f32)>> = dark
                    .chunks(*modules)
                    .enumerate()
                    .flat_map(|(row, line)| {
                        let top = y + row as f32 * side;
                        bars(line).into_iter().map(move |(from, to)| {
                            let (left, right) = (x + from as f32 * side, x + to as f32 * side);
                            vec![(left, top), (right, top), (right, top + side), (left, top + side)]
                        })
                    })
                    .collect();
                self.polygon(&rings);
            }
        }
    }

    /// Ends a section of text: shapes stand outside of it.
    fn shapes(&mut self) {
        if std::mem::take(&mut self.texting) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn filled(&mut self, ink: Ink) {
        if self.fill.replace(ink) != Some(ink) {
            let percent = match ink {
                Ink::Black => 0.0,
                Ink::White => 1.0,
            };
            self.ops.push(Op::SetFillColor { col: grey(percent) });
        }
    }

    fn polygon(&mut self, rings: &[Vec<(f32, f32)>]) {
        self.shapes();
        self.filled(Ink::Black);
        let rings = rings.iter().map(|ring| PolygonRing { points: self.points(ring) }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn stroke(&mut self, corners: &[(f32, f32)], is_closed: bool, weight: f32, dash: Option<(f32, f32)>) {
        self.shapes();
        if self.weight.replace(weight) != Some(weight) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(weight * PT)) });
        }
        if self.dash.replace(dash) != Some(dash) {
            let pattern = dash.map(|(on, off)| LineDashPattern::new(0.0, &[round(on * PT), round(off * PT)]));
            self.ops.push(Op::SetLineDashPattern { dash: pattern.unwrap_or_else(LineDashPattern::solid) });
        }
        self.ops.push(Op::DrawLine { line: Line { points: self.points(corners), is_closed } });
    }

    fn image(&mut self, (x, y): (f32, f32), (w, h): (f32, f32), picture: usize, read: &Picture) {
        self.shapes();
        let Point { x, y } = self.point((x, y + h));
        // At 72 dpi one pixel is one point, and the scale gives the size.
        let transform = XObjectTransform {
            translate_x: Some(x),
            translate_y: Some(y),
            scale_x: Some(w * PT / read.width.max(1) as f32),
            scale_y: Some(h * PT / read.height.max(1) as f32),
            dpi: Some(72.0),
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: picture_id(picture), transform });
    }

    fn point(&self, (x, y): (f32, f32)) -> Point {
        Point { x: Pt(round(x * PT)), y: Pt(round((self.height - y) * PT)) }
    }

    fn points(&self, corners: &[(f32, f32)]) -> Vec<LinePoint> {
        corners.iter().map(|at| LinePoint { p: self.point(*at), bezier: false }).collect()
    }
}

/// Dark modules side by side, as ranges.
fn bars(line: &[bool]) -> Vec<(usize, usize)> {
    let mut bars: Vec<(usize, usize)> = Vec::new();
    for (at, _) in line.iter().enumerate().filter(|(_, dark)| **dark) {
        match bars.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            Some(_) | None => bars.push((at, at + 1)),
        }
    }
    bars
}

/// A thousandth of a point is finer than any printer, and keeps files small.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}
