// How a person runs one of our commands, to be printed where they are told to.

export function faqCommand(args: string): string {
  return `npm run --silent faq -- ${args}`;
}
