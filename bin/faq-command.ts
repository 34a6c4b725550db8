// The stack prints our commands as the command line does.
export { faqCommand } from "../lib/faq-command.ts";
