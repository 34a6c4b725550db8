// Which links a FAQ may show: plain https ones that lead where they seem to.

/** Why a link should not be shown, in words; `undefined` if it may be. */
export function faultOfLink(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (!url) return "is not a link";
  if (url.protocol !== "https:") return "does not begin with https://";
  if (url.username || url.password) return "holds a user name, which hides where it leads";
  // A host in other letters becomes punycode; letters that look like Latin ones are a known fraud.
  if (url.hostname.split(".").some((label) => label.startsWith("xn--"))) {
    return "has a host written in letters that may be mistaken for others";
  }
  if (!url.hostname.includes(".")) return "has no full host name";
  return undefined;
}
