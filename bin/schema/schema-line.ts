// The first line of a FAQ's file, which tells editors where its schema is.
import { type FileKind, fileKinds, schemaFolder } from "./schema-files.ts";

/**
 * For a path relative to the FAQ's folder, with `/`; `undefined` for a file that the reader doesn't
 * know.
 */
export function schemaLineOf(path: string): string | undefined {
  const folders = path.split("/").length - 1;
  const kind = folders > 0 ? "entry" : fileKinds.find((name) => `${name}.yaml` === path);
  return kind && schemaLine(kind, folders);
}

/** Read by the YAML extensions of VS Code, Neovim, Helix, Zed and others, and by JetBrains. */
function schemaLine(kind: FileKind, folders: number): string {
  const start = folders === 0 ? "./" : "../".repeat(folders);
  return `# yaml-language-server: $schema=${start}${schemaFolder}/${kind}.json`;
}
