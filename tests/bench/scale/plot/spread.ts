// Keeps words that stand below each other from touching, each as near its wish as may be.

/**
 * Places for the wishes, in their order, `gap` apart at least and within the bounds where there is
 * room: neighbours that are too near share one block, which stands where they wish on average.
 */
export function spread(
  wishes: readonly number[],
  gap: number,
  bounds: { readonly top: number; readonly bottom: number },
): number[] {
  const order = wishes.map((_, at) => at).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
  let blocks = order.map((at) => ({ members: [at], middle: wishes[at] ?? 0 }));
  for (;;) {
    blocks = blocks.map((block) => within(block, gap, bounds));
    const at = blocks.findIndex((block, index) => {
      const next = blocks[index + 1];
      return next !== undefined && end(next, gap, -1) - end(block, gap, 1) < gap - 1e-9;
    });
    const [one, other] = [blocks[at], blocks[at + 1]];
    if (!one || !other) break;
    const members = [...one.members, ...other.members];
    const middle = members.reduce((sum, member) => sum + (wishes[member] ?? 0), 0) / members.length;
    blocks.splice(at, 2, { members, middle });
  }
  const places = new Array<number>(wishes.length).fill(0);
  for (const block of blocks) {
    block.members.forEach((member, index) => {
      places[member] = end(block, gap, -1) + index * gap;
    });
  }
  return places;
}

interface Block {
  readonly members: number[];
  readonly middle: number;
}

/** The place of a block's first member (-1) or of its last (1). */
function end({ members, middle }: Block, gap: number, side: -1 | 1): number {
  return middle + (side * (members.length - 1) * gap) / 2;
}

function within(
  block: Block,
  gap: number,
  { top, bottom }: { top: number; bottom: number },
): Block {
  const half = ((block.members.length - 1) * gap) / 2;
  return { ...block, middle: Math.max(top + half, Math.min(bottom - half, block.middle)) };
}
