// JSON that keeps what JavaScript would lose, so that a real delivery can be bent in one place.
import fc from "fast-check";
import { hostileJson, hostileName } from "./hostile.ts";

export type JsonTree =
  /** Written as it stands. */
  | { readonly raw: string }
  | { readonly items: readonly JsonTree[] }
  /** A name may come twice. */
  | { readonly members: readonly (readonly [name: string, value: JsonTree])[] };

export function treeOf(value: unknown): JsonTree {
  if (Array.isArray(value)) return { items: value.map(treeOf) };
  if (typeof value !== "object" || value === null) return { raw: JSON.stringify(value) };
  return { members: Object.entries(value).map(([name, member]) => [name, treeOf(member)]) };
}

export function writeTree(tree: JsonTree): string {
  if ("raw" in tree) return tree.raw;
  if ("items" in tree) return `[${tree.items.map(writeTree).join(",")}]`;
  const members = tree.members.map(
    ([name, value]) => `${JSON.stringify(name)}:${writeTree(value)}`,
  );
  return `{${members.join(",")}}`;
}

/** One change to one place; `at` is counted round and round the places there are. */
export interface Bend {
  readonly at: number;
  readonly how: How;
}

type How =
  | { readonly kind: "drop" }
  | { readonly kind: "repeat"; readonly times: number }
  | { readonly kind: "replace"; readonly json: string }
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "add"; readonly name: string; readonly json: string }
  | { readonly kind: "wrap"; readonly name: string | undefined }
  | { readonly kind: "copy"; readonly from: number };

const how: fc.Arbitrary<How> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<How>({ kind: "drop" }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("repeat" as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("replace" as const), json: hostileJson }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), name: hostileName }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      name: hostileName,
      json: hostileJson,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("wrap" as const),
      name: fc.option(hostileName, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("copy" as const), from: fc.noBias(fc.nat(500)) }),
  },
);

/** Without a bias, which would bend the root most of the time. */
const place = fc.noBias(fc.nat(500));

export const bend: fc.Arbitrary<Bend> = fc.record({ at: place, how });

export function bent(tree: JsonTree, bends: readonly Bend[]): JsonTree {
  return bends.reduce(bentOnce, tree);
}

/** The tree after one change. The place `at` is counted in the order in which it is written. */
function bentOnce(tree: JsonTree, { at, how }: Bend): JsonTree {
  const places = placesIn(tree);
  const place = places[at % places.length] ?? tree;
  const others = how.kind === "copy" ? places[how.from % places.length] : undefined;
  const walk = (node: JsonTree): JsonTree[] => {
    if (node === place) return changed(node, how, others ?? node);
    if ("raw" in node) return [node];
    if ("items" in node) return [{ items: node.items.flatMap(walk) }];
    return [{ members: node.members.flatMap(([name, value]) => walkMember(name, value)) }];
  };
  const walkMember = (name: string, value: JsonTree): [string, JsonTree][] => {
    const newName = value === place && how.kind === "rename" ? how.name : name;
    return walk(value).map((each) => [newName, each]);
  };
  return walk(tree)[0] ?? { raw: "" };
}

function changed(node: JsonTree, how: How, other: JsonTree): JsonTree[] {
  switch (how.kind) {
    case "drop":
      return [];
    case "repeat":
      return Array.from({ length: how.times + 1 }, () => node);
    case "replace":
      return [{ raw: how.json }];
    case "rename":
      return [node];
    case "add": {
      const added: JsonTree = { raw: how.json };
      if ("items" in node) return [{ items: [...node.items, added] }];
      if ("members" in node) return [{ members: [...node.members, [how.name, added]] }];
      return [added];
    }
    case "wrap":
      return [how.name === undefined ? { items: [node] } : { members: [[how.name, node]] }];
    case "copy":
      return [other];
  }
}

/** Every node, parents first. A node that stands in two places is changed in both. */
function placesIn(tree: JsonTree, places: JsonTree[] = []): JsonTree[] {
  places.push(tree);
  if ("items" in tree) for (const item of tree.items) placesIn(item, places);
  if ("members" in tree) for (const [, value] of tree.members) placesIn(value, places);
  return places;
}
