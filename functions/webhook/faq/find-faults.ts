// What keeps a file from being the YAML that we accept, each fault at its place.
import { type Document, isAlias, isCollection, isNode, isSeq, visit, type YAMLError } from "yaml";
import { explainFault, type Fault, isUnclosed } from "./yaml-faults.ts";
import { type Slip, slipAt, slipOfFile, unclosedBefore } from "./yaml-slips.ts";

interface PlacedFault {
  readonly offset: number;
  readonly fault: Fault;
}

/** In the order in which they matter: what comes later on a line follows from what came before. */
export function* faultsOf(document: Document, text: string): Generator<PlacedFault> {
  const ofFile = slipOfFile(text);
  if (ofFile) {
    yield { offset: ofFile.offset, fault: ofFile };
    return;
  }
  const faults = [...document.errors, ...document.warnings];
  // A tab makes the parser stumble over the lines around it.
  const tabs = faults.filter(({ code }) => code === "TAB_AS_INDENT");
  if (tabs.length === 0) yield* forbiddenIn(document);
  for (const fault of tabs.length > 0 ? tabs : faults) {
    const offset = fault.pos[0];
    const slip = isPlain(fault) ? undefined : slipBehind(fault, text);
    if (slip) yield { offset: slip.offset, fault: slip };
    else yield { offset, fault: explainFault(fault, text.slice(offset, offset + 100)) };
  }
}

function slipBehind({ message, pos: [offset] }: YAMLError, text: string): Slip | undefined {
  return slipAt(text, offset) ?? (isUnclosed(message) ? unclosedBefore(text, offset) : undefined);
}

/** Whether a fault says all there is to say. */
function isPlain({ code }: { readonly code: string }): boolean {
  return ["TAB_AS_INDENT", "DUPLICATE_KEY", "MULTIPLE_DOCS", "RESOURCE_EXHAUSTION"].includes(code);
}

function forbiddenIn(document: Document): PlacedFault[] {
  const found: PlacedFault[] = [];
  const add = (node: { range?: readonly number[] | null | undefined }, fault: Fault) =>
    found.push({ offset: node.range?.[0] ?? 0, fault });
  visit(document, {
    Pair(_, { key }) {
      // What the parser takes for a key that is a list is hardly ever one.
      if (isSeq(key) && !key.flow) add(key, crookedList);
      else if (isCollection(key)) add(key, forbidden("a block or list as a key"));
    },
    Node(_, node) {
      const construct = forbiddenConstruct(node);
      if (construct) add(node, forbidden(construct));
    },
  });
  return found;
}

function forbiddenConstruct(node: unknown): string | undefined {
  if (isAlias(node)) return "a YAML alias (*name)";
  if (!isNode(node)) return undefined;
  if ("anchor" in node && node.anchor) return "a YAML anchor (&name)";
  if (node.tag) return "a YAML tag (!name)";
  return undefined;
}

const crookedList: Fault = {
  rule: "yaml-syntax",
  message: "The dashes of this list don't stand below each other.",
  remedy: "Indent each of its lines as the first one is.",
};

function forbidden(construct: string): Fault {
  return {
    rule: "yaml-plain",
    message: `This file uses ${construct}, which a FAQ may not.`,
    remedy: "Write the text out, or put it in double quotes if it begins with & * or !.",
  };
}
