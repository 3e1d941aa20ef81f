//! The colour profile of an archived file: sRGB, as primaries and one gamma of 2.2. Photos are the only colour on a form.

/// Version 2.1, a display, RGB to XYZ; the date is that of the standard, because a file holds no clock.
pub(super) fn srgb() -> Vec<u8> {
    let text = |kind: &[u8; 4], text: &str| [kind.as_slice(), &[0; 4], text.as_bytes(), &[0]].concat();
    let desc = {
        let name = "sRGB";
        let mut tag =
            [b"desc".as_slice(), &[0; 4], &(name.len() as u32 + 1).to_be_bytes(), name.as_bytes(), &[0]].concat();
        // No name in Unicode, none for the Macintosh.
        tag.resize(tag.len() + 78, 0);
        tag
    };
    let curve = [b"curv".as_slice(), &[0; 4], &1u32.to_be_bytes(), &0x0233u16.to_be_bytes(), &[0; 2]].concat();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", desc),
        (b"cprt", text(b"text", "Public domain")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.4361, 0.2225, 0.0139)),
        (b"gXYZ", xyz(0.3851, 0.7169, 0.0971)),
        (b"bXYZ", xyz(0.1431, 0.0606, 0.7142)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (name, tag) in tags {
        table.extend(*name);
        table.extend(((start + data.len()) as u32).to_be_bytes());
        table.extend((tag.len() as u32).to_be_bytes());
        data.extend(tag);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header((start + data.len()) as u32), table, data].concat()
}

fn header(size: u32) -> Vec<u8> {
    let mut out = size.to_be_bytes().to_vec();
    out.extend([0; 4]);
    out.extend([2, 0x10, 0, 0]);
    out.extend(*b"mntrRGB XYZ ");
    for part in [1999u16, 10, 18, 0, 0, 0] {
        out.extend(part.to_be_bytes());
    }
    out.extend(*b"acsp");
    out.resize(68, 0);
    out.extend(&xyz(0.9642, 1.0, 0.8249)[8..]);
    out.resize(128, 0);
    out
}

fn xyz(x: f32, y: f32, z: f32) -> Vec<u8> {
    let fixed = |part: f32| ((part * 65536.0).round() as i32).to_be_bytes();
    [b"XYZ ".as_slice(), &[0; 4], &fixed(x), &fixed(y), &fixed(z)].concat()
}
