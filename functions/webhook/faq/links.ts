// Which links a FAQ may show: plain https ones that lead where they seem to.

/** Why a link should not be shown, and what to do about it. */
export interface LinkFault {
  /** Follows "This link …". */
  readonly reason: string;
  readonly remedy: string;
}

/** `undefined` for a link that may be shown. */
export function faultOfLink(link: string): LinkFault | undefined {
  // Programs disagree on what these mean in an address, and so on where it leads.
  if (/[\s\\]/.test(link)) {
    return { reason: "holds a space or a backslash", remedy: copyIt };
  }
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (!url || !link.toLowerCase().startsWith(`${url.protocol}//`)) {
    return { reason: "is not a whole address", remedy: copyIt };
  }
  if (url.protocol !== "https:") {
    return { reason: "does not begin with https://", remedy: "Use the page's https:// address." };
  }
  if (url.username || url.password) {
    return {
      reason: "holds a user name, which hides where it leads",
      remedy: "Remove what stands between https:// and the @.",
    };
  }
  // A host in other letters becomes punycode; letters that look like Latin ones are a known fraud.
  if (url.hostname.split(".").some((label) => label.startsWith("xn--"))) {
    return {
      reason: "has a host written in letters that may be mistaken for others",
      remedy: "Use an address whose host is in the letters a to z.",
    };
  }
  if (!url.hostname.includes(".")) return { reason: "has no full host name", remedy: copyIt };
  return undefined;
}

const copyIt = "Copy the address from the browser.";

/** The addresses written in a text, without the punctuation that follows them. */
export function linksIn(text: string): string[] {
  return text.match(/\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'\u2019\u201d]/gi) ?? [];
}
