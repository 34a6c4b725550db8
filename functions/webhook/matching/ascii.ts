// Whether a text is plain ASCII, as most messages are: then many steps have nothing to do.

export function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

const beyondAscii = /[\u0080-\uffff]/;
