// How many bytes are deployed, zipped as the CDK zips them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { formatTable } from "../../../bin/table.ts";

export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  /** With its two entries in the archive. */
  readonly zipped: number;
}

/** What an archive adds: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */
const localHeader = 30;
const directoryEntry = 46;
const directoryEnd = 22;

/** The files of a folder as in the archive that `cdk deploy` makes: yazl, zlib's usual level. */
export function zippedFiles(folder: string): FileSize[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name));
      const frame = localHeader + directoryEntry + 2 * Buffer.byteLength(name);
      const zipped = deflateRawSync(content).length + frame;
      return { name, bytes: content.length, zipped };
    });
}

/** The whole archive. */
export function archiveBytes(files: readonly FileSize[]): number {
  return files.reduce((sum, { zipped }) => sum + zipped, directoryEnd);
}

export function formatFiles(files: readonly FileSize[]): string {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return formatTable(
    ["deployed", "bytes", "zipped"],
    [
      ...files.map(({ name, bytes, zipped }) => [name, String(bytes), String(zipped)]),
      ["all", String(all), String(archiveBytes(files))],
    ],
  );
}
