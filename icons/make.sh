#!/bin/sh
# Makes every size of the icon from kesu.svg. Needs rsvg-convert (librsvg2-bin) and convert (imagemagick).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" kesu.svg --output "$work/$size.png"
    # RGBA, which Tauri demands, and no dates, so that the same source gives the same bytes.
    convert "$work/$size.png" -strip -define png:exclude-chunks=date,time "PNG32:$work/$size.png"
done
for size in 32 128 256 512; do
    cp "$work/$size.png" "$size.png"
done
convert "$work/16.png" "$work/24.png" "$work/32.png" "$work/48.png" "$work/64.png" "$work/256.png" icon.ico

# An .icns is a row of PNGs, each behind four letters and its length in four bytes.
number() {
    printf '%b' "$(printf '\\0%03o\\0%03o\\0%03o\\0%03o' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)))"
}
length() {
    echo $(($(wc -c < "$1") + 8))
}
for part in icp4:16 icp5:32 icp6:64 ic07:128 ic08:256 ic09:512; do
    file="$work/${part#*:}.png"
    printf '%s' "${part%:*}"
    number "$(length "$file")"
    cat "$file"
done > "$work/parts"
{
    printf 'icns'
    number "$(length "$work/parts")"
    cat "$work/parts"
} > icon.icns
