/** How a file that the house keeps is shown. */
import { transport } from "../transport";

export function isPicture(mediaType: string): boolean {
  return mediaType === "image/png" || mediaType === "image/jpeg";
}

/** What the system can show is opened; the rest is saved where the user says. */
export async function openFile(file: { sha256: string; name: string; media_type: string }): Promise<void> {
  const source = `file/${file.sha256}` as const;
  const opens = isPicture(file.media_type) || file.media_type === "application/pdf";
  await (opens ? transport().open(source) : transport().save(source, file.name));
}
