// Text from a file or from elsewhere, made safe to print.

/** It must not be able to steer the terminal, or to turn the line round. Line breaks stay. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\n" ? character : "�",
  );
}
