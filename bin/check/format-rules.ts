// The rules as Markdown, for people who read about them before they break one.
import { type KnownRule, ruleGroups } from "./registry.ts";

export function formatRules(): string {
  return ruleGroups
    .map(({ title, rules }) => `### ${title}\n\n${rules.map(formatRule).join("\n")}`)
    .join("\n");
}

function formatRule({ name, why, remedy, bad, good }: KnownRule): string {
  return `#### ${name}\n\n${why} ${remedy}\n\n\`\`\`yaml\n# not so\n${bad}\n# but so\n${good}\n\`\`\`\n`;
}
