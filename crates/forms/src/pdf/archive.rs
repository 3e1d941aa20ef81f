//! What makes a file one for the archive (PDF/A-2b): who and what it is, in the file and in XMP alike, its language and
//! its colours.

use super::profile;
use crate::error::FormError;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use kesu_domain::text::Lang;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use std::io::Write as _;

/// What a file says about itself.
pub(crate) struct About {
    pub(crate) title: String,
    /// Who printed it.
    pub(crate) author: String,
    pub(crate) lang: Lang,
    /// `2026-06-16T08:42:00Z`
    pub(crate) at: String,
}

const CREATOR: &str = "Kesu 客诉";
const PRODUCER: &str = "printpdf";

/// Adds all of it and writes the file.
pub(super) fn finish(mut doc: Document, about: &About) -> Result<Vec<u8>, FormError> {
    let refused = |e: lopdf::Error| FormError::Write(e.to_string());
    for stream in doc.objects.values_mut().filter_map(|object| object.as_stream_mut().ok()) {
        deflate(stream).map_err(|cause| FormError::Write(cause.to_string()))?;
    }
    doc.version = "1.7".to_owned();
    let profile = doc.add_object(Stream::new(dictionary([("N", 3.into())]), profile::srgb()));
    let intent = dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", Object::string_literal("sRGB")),
        ("Info", Object::string_literal("sRGB IEC61966-2.1")),
        ("DestOutputProfile", Object::Reference(profile)),
    ]);
    let digits: String = about.at.chars().filter(char::is_ascii_digit).take(14).collect();
    let date = || Object::string_literal(format!("D:{digits}Z"));
    let info = doc.add_object(dictionary([
        ("Title", utf16(&about.title)),
        ("Author", utf16(&about.author)),
        ("Creator", utf16(CREATOR)),
        ("Producer", utf16(PRODUCER)),
        ("CreationDate", date()),
        ("ModDate", date()),
    ]));
    doc.trailer.set("Info", Object::Reference(info));
    let kind = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
    let xmp = doc.add_object(Stream::new(kind, xmp(about).into_bytes()).with_compression(false));
    let catalog = doc.catalog_mut().map_err(refused)?;
    catalog.set("Metadata", Object::Reference(xmp));
    catalog.set("OutputIntents", Object::Array(vec![Object::Dictionary(intent)]));
    catalog.set("PageMode", name("UseNone"));
    catalog.set("PageLayout", name("OneColumn"));
    let lang = match about.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    catalog.set("Lang", Object::string_literal(lang));
    catalog.set("ViewerPreferences", Object::Dictionary(dictionary([("DisplayDocTitle", true.into())])));
    // An archive takes no resource that is empty.
    for object in doc.objects.values_mut() {
        if let Object::Dictionary(of) = object
            && of.has(b"Font")
            && of.has(b"Shading")
        {
            of.remove(b"Shading");
            of.remove(b"ExtGState");
        }
    }
    doc.prune_objects();
    doc.renumber_objects();
    // A file has an id; it is made of what the file says about itself, never of chance.
    let id = id(&doc, about);
    doc.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).map_err(|e| FormError::Write(e.to_string()))?;
    Ok(bytes)
}

/// Packs what is not packed yet. The library's own packing is at its slowest level, which takes half the time of a form.
fn deflate(stream: &mut Stream) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&stream.content)?;
    let packed = packed.finish()?;
    if packed.len() < stream.content.len() {
        stream.dict.set("Filter", name("FlateDecode"));
        stream.set_content(packed);
    }
    Ok(())
}

/// FNV-1a over title, moment and every stream, twice with other beginnings: equal files have equal ids, and that is all
/// that is asked of it.
fn id(doc: &Document, about: &About) -> Object {
    let mut halves = [0xcbf2_9ce4_8422_2325u64, 0x6c62_272e_07bb_0142];
    let streams = doc.objects.values().filter_map(|object| object.as_stream().ok());
    let parts = [about.title.as_bytes(), about.at.as_bytes()];
    for part in parts.into_iter().chain(streams.map(|stream| stream.content.as_slice())) {
        for half in &mut halves {
            *half = part.iter().fold(*half, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        }
    }
    Object::String(halves.iter().flat_map(|half| half.to_be_bytes()).collect(), StringFormat::Hexadecimal)
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(entries)
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn utf16(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes.collect(), StringFormat::Hexadecimal)
}

fn xmp(about: &About) -> String {
    let (title, author, at) = (escaped(&about.title), escaped(&about.author), &about.at);
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool><xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{feff}',
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
