// What each of the bot's own words is for, told to whoever writes them.
import type { LabelName, MessageName } from "./faq.ts";

export const messageDescriptions: Readonly<Record<MessageName, string>> = {
  welcome: "Greets a person who opens the chat.",
  menu: "Stands above the list of topics.",
  category: "Stands above the questions of one topic.",
  suggest: "Stands above the nearest questions where the bot isn't sure.",
  fallback: "Says that the FAQ has no answer.",
  handoff: "Says where people can ask further; it follows the fallback.",
  nontext: "Answers pictures, voice and whatever else isn't text.",
  thanks: "Answers thanks.",
  helpful: "Follows a tap on the button that says that an answer helped.",
  unhelpful: "Follows a tap on the button that says that it didn't.",
  privacy: "Says what is kept of what people write.",
};

export const labelDescriptions: Readonly<Record<LabelName, string>> = {
  source: "Stands before an answer's sources.",
  related: "Stands before related questions.",
  reply: "Asks for a number where there are no buttons.",
  letter: "Asks for a letter where there are no buttons.",
  options: "Names the button that opens a list.",
  more: "Names what leads to further questions.",
  checked: "Says when the answer was last checked; {date} becomes that day.",
  feedback: "Asks whether the answer helped.",
  helpful: "The button for yes.",
  unhelpful: "The button for no.",
};
