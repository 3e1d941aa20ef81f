//! What is taken, and as what.

use crate::bytes::{compound_with, jpeg, jpeg_held, png, zip_of};
use kesu_intake::{Kind, look};

#[test]
fn kinds_go_by_content() {
    let check = |name: &str, bytes: &[u8], kind: Kind| {
        let looked = look(name, bytes).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        assert_eq!((looked.kind, looked.bytes), (kind, bytes.len() as u64), "{name}");
    };
    check("photo.png", &png(), Kind::Png);
    check("photo.JPEG", &jpeg(), Kind::Jpeg);
    check("no extension", &png(), Kind::Png);
    check("photo.wechat", &jpeg(), Kind::Jpeg);
    check("a.gif", b"GIF89a\x01\0\x01\0\0\0\0;", Kind::Gif);
    check("a.webp", b"RIFF\x04\0\0\0WEBP", Kind::Webp);
    check("a.bmp", b"BM\x0a\0\0\0\0\0\0\0", Kind::Bmp);
    check("a.tif", b"II*\0\x08\0\0\0", Kind::Tiff);
    check("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", Kind::Heic);
    check("a.mov", b"\0\0\0\x14ftypqt  \0\0\0\0", Kind::Mp4);
    check("a.wav", b"RIFF\x04\0\0\0WAVE", Kind::Wav);
    check("a.amr", b"#!AMR\n\x3c", Kind::Amr);
    check("a.mp3", b"\xff\xfb\x90\x64\0\0", Kind::Mp3);
    check("a.svg", b"<?xml version='1.0'?><svg/>", Kind::Svg);
    check("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Kind::Pdf);
    check("a.docx", &zip_of(&["[Content_Types].xml", "word/document.xml"]), Kind::Docx);
    check("a.xlsx", &zip_of(&["[Content_Types].xml", "xl/workbook.xml"]), Kind::Xlsx);
    check("a.xlsm", &zip_of(&["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]), Kind::Xlsx);
    check("a.pptx", &zip_of(&["[Content_Types].xml", "ppt/presentation.xml"]), Kind::Pptx);
    check("a.ods", &zip_of(&["mimetype", "content.xml"]), Kind::OpenDocument);
    check("a.zip", &zip_of(&["photo.jpg"]), Kind::Zip);
    check("empty.zip", &zip_of(&[]), Kind::Zip);
    check("a.msg", &compound_with("__properties_version1.0"), Kind::Msg);
    check("a.doc", &compound_with("WordDocument"), Kind::Doc);
    check("a.xls", &compound_with("Workbook"), Kind::Xls);
    check("old.xls", &compound_with("Book"), Kind::Xls);
    check("a.ppt", &compound_with("PowerPoint Document"), Kind::Ppt);
    check("under a password.xlsx", &compound_with("EncryptedPackage"), Kind::Xlsx);
    check("drawing.vsd", &compound_with("VisioDocument"), Kind::Compound);
    check("drawing.dwg", b"AC1032\0\0", Kind::Dwg);
    check("a.txt", "客户投诉\r\n".as_bytes(), Kind::Text);
    check("a.txt", b"\xef\xbb\xbfwords", Kind::Text);
    check("a.txt", b"\xff\xfea\0b\0", Kind::Text);
    check("gbk.txt", b"\xbf\xcd\xbb\xa7\xcd\xb6\xcb\xdf\r\n", Kind::Text);
    check("MZ.txt", b"MZ-100 is rusted", Kind::Text);
    check("a.csv", b"a,b\n1,2\n", Kind::Csv);
    check("a.json", b"{}", Kind::Text);
    check("a.xml", b"<a/>", Kind::Xml);
    check("a.html", b"<p>words</p>", Kind::Html);
    check("a.eml", b"Return-Path: <a@b.c>\r\nSubject: x\r\n\r\nwords", Kind::Eml);
    check("data.bin", &[0, 1, 2, 3], Kind::Unknown);
    check("part.sldprt", &[0, 1, 2, 3], Kind::Unknown);
}

#[test]
fn a_cut_in_a_character_is_no_harm() {
    for shift in 0..4 {
        for text in ["客".as_bytes(), b"\xbf\xcd", b"\x81\x30\x81\x30"] {
            let long: Vec<u8> = std::iter::repeat_n(b'a', shift).chain(text.repeat(40_000)).collect();
            assert_eq!(look("a.txt", &long).unwrap().kind, Kind::Text, "{shift} {text:?}");
        }
    }
}

#[test]
fn pictures_say_their_size_as_they_are_seen() {
    let check = |bytes: &[u8], width, height, orientation| {
        let looked = look("photo", bytes).unwrap();
        assert_eq!((looked.pixels, looked.orientation), (Some((width, height)), orientation));
    };
    check(&png(), 6, 4, 1);
    check(&jpeg(), 6, 4, 1);
    for orientation in 1..=4 {
        check(&jpeg_held(orientation), 6, 4, orientation);
    }
    for orientation in 5..=8 {
        check(&jpeg_held(orientation), 4, 6, orientation);
    }
    check(&jpeg_held(9), 6, 4, 1);
    assert_eq!(look("a.gif", b"GIF89a\x01\0\x01\0\0\0\0;").unwrap().pixels, None);
}

#[test]
fn an_extension_promises_one_kind() {
    for kind in Kind::ALL {
        for extension in kind.extensions() {
            assert_eq!(Kind::promised(extension), Some(*kind), "{extension}");
        }
    }
}
