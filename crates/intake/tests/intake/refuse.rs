//! Every refusal, by a file that earns it.

use crate::bytes::{compound_with, jpeg, jpeg_promising, png, png_promising, program, zip_of};
use kesu_intake::{LARGEST, look};

#[test]
fn refusals() {
    let check = |name: &str, bytes: &[u8], code: &str, says: &str| {
        let refused = look(name, bytes).expect_err(name);
        assert_eq!(refused.code(), code, "{name}: {refused}");
        assert!(refused.to_string().contains(says), "{name}: {refused}");
    };
    check("a.txt", b"", "file_empty", "empty");
    check("a.bin", &vec![0; LARGEST as usize + 1], "file_too_large", "104857601");

    check("setup.exe", &program(), "file_executable", "Windows");
    check("photo.jpg", &program(), "file_executable", "Windows");
    check("no name", &program(), "file_executable", "Windows");
    check("a.png", b"\x7fELF\x02\x01\x01\0", "file_executable", "Linux");
    check("a", b"\xcf\xfa\xed\xfe\x07\0\0\x01", "file_executable", "Mac");
    check("A.class", b"\xca\xfe\xba\xbe\0\0\0\x34", "file_executable", "Java");
    check("a.pdf", b"L\0\0\0\x01\x14\x02\0\0\0\0\0", "file_executable", "shortcut");
    check("a.txt", b"#!/bin/sh\nrm -rf /\n", "file_executable", "script");
    check("a.zip", &zip_of(&["META-INF/MANIFEST.MF", "A.class"]), "file_executable", "Java");
    check("run.bat", b"@echo off\r\n", "file_executable", "bat");
    check("RUN.PS1", b"Get-Item\r\n", "file_executable", "ps1");
    check("mail.VbS ", b"x = 1\r\n", "file_executable", "vbs");
    check("8D report.pdf.exe", b"%PDF-1.7\n", "file_executable", "exe");
    check("8D report.exe. . ", b"%PDF-1.7\n", "file_executable", "exe");
    check("photo\u{202e}gpj.exe", &jpeg(), "file_executable", "exe");
    check("photo.jpg\u{200b}.scr", &jpeg(), "file_executable", "scr");
    check("link.lnk", b"words", "file_executable", "lnk");
    check("setup.msi", &compound_with("Property"), "file_executable", "msi");

    check("photo.jpg", &png(), "file_lies", "image/png");
    check("photo.png", &jpeg(), "file_lies", "image/jpeg");
    check("PHOTO.PNG", &jpeg(), "file_lies", "image/jpeg");
    check("report.pdf", &png(), "file_lies", "image/png");
    check("report.pdf", b"words\n", "file_lies", "text/plain");
    check("report.pdf", &[0, 1, 2, 3], "file_lies", "application/octet-stream");
    check("photo.jpg", b"%PDF-1.7\n", "file_lies", "application/pdf");
    check("photo.jpg", b"<!DOCTYPE html><script>", "file_lies", "text/html");
    check("note.txt", b"<html><script>", "file_lies", "text/html");
    check("note.txt", b"<svg onload='x()'>", "file_lies", "image/svg+xml");
    check("note.txt", &[b'a', 0, 1], "file_lies", "application/octet-stream");
    check("sheet.xlsx", &zip_of(&["[Content_Types].xml", "word/document.xml"]), "file_lies", "wordprocessingml");
    check("sheet.xlsx", &zip_of(&["a.txt"]), "file_lies", "application/zip");
    check("sheet.xlsx", &compound_with("Workbook"), "file_lies", "application/vnd.ms-excel");
    check("mail.msg", &compound_with("WordDocument"), "file_lies", "application/msword");
    check("mail.eml", b"no head of a mail\n", "file_lies", "text/plain");
    check("film.mp4", b"\0\0\0\x18ftypheic\0\0\0\0", "file_lies", "image/heic");

    check("photo.png", &png()[..40], "file_damaged", "image/png");
    check("photo.png", &png()[..8], "file_damaged", "image/png");
    check("photo.jpg", &jpeg()[..200], "file_damaged", "image/jpeg");
    check("photo.jpg", &jpeg()[..jpeg().len() - 4], "file_damaged", "image/jpeg");
    check("photo.jpg", b"\xff\xd8\xff\xe0", "file_damaged", "image/jpeg");
    check("sheet.xlsx", &zip_of(&["xl/workbook.xml"])[..40], "file_damaged", "application/zip");

    check("bomb.png", &png_promising(50_000, 50_000), "file_too_many_pixels", "50000 × 50000");
    check("bomb.png", &png_promising(0x7fff_ffff, 0x7fff_ffff), "file_too_many_pixels", "2147483647");
    check("bomb.jpg", &jpeg_promising(65_500, 65_500), "file_too_many_pixels", "65500 × 65500");
    check("lie.png", &png_promising(8000, 8000), "file_damaged", "image/png");
}
