// The report's page in English.
import type { PageTexts } from "./texts.ts";

export const english: PageTexts = {
  title: "What people asked about",
  days: (from, to) => (from === to ? from : `${from} to ${to}`),
  skip: "Skip to the numbers",
  columns: {
    answered: "Answered",
    suggested: "Suggested",
    unanswered: "Not known",
    helpful: "Helpful",
    unhelpful: "Not helpful",
  },
  questions: "Questions",
  asTable: "These numbers as a table",
  number: "Number",
  share: "Share",
  chart: "Chart",

  emptyTitle: "Nothing can be shown yet",
  empty: [
    "A number is shown once it is 5 or more, so that it tells nothing about any one person. On these days there was none yet: few people asked, or nobody.",
    "Questions of earlier days may show more. If you have just begun, let people ask: every question is counted by itself, and the day after it can be in a report.",
  ],
  emptyTry: "To see how it works, start the chat page and ask a few times:",
  emptyEarlier: "To begin the report on an earlier day:",

  outcomesTitle: "How it went",
  outcomesNote:
    "Answered: the bot gave an answer, or a person picked a question from a list. Suggested: it wasn't sure and offered the nearest questions. Not known: it said that it has no answer.",
  outcome: "Outcome",

  periodsTitle: {
    day: "Questions per day",
    week: "Questions per week",
    month: "Questions per month",
  },
  periodsNote: {
    day: "Each part of a column is rounded to 5; a part below 5 is left out.",
    week: "Weeks begin on Monday; the first and the last may be cut. Each part of a column is rounded to 5; a part below 5 is left out.",
    month:
      "The first month and the last may be cut. Each part of a column is rounded to 5; a part below 5 is left out.",
  },
  periodsNone: "On no single one of them were there enough questions for a number.",
  period: { day: "Day", week: "Week from", month: "Month from" },
  most: {
    day: (n, from) => `The most were ${n}, on ${from}.`,
    week: (n, from) => `The most were ${n}, in the week from ${from}.`,
    month: (n, from) => `The most were ${n}, in the month from ${from}.`,
  },

  lacksTitle: "What the FAQ lacks",
  lacksNote:
    "Here the bot often wasn't sure, had no answer, or gave one that didn't help. The entry named is the nearest to what people asked; it may be another that is missing.",
  lacksAdvice: {
    suggested:
      "Mostly unsure: add more ways of asking, or tell this entry apart from its neighbours.",
    unanswered:
      "Mostly no answer: people ask something close to it. Add their words, or a new entry.",
    unhelpful: "Mostly not helpful: read the answer as somebody who asks would, and write it anew.",
  },
  lacksNone: "Nothing stands out: no entry has 5 or more of these.",
  lacksFar: (n) =>
    `${n} questions were near to no entry at all. What people write isn't kept, so only people can tell what these were about: ask those who talk with them.`,
  lookCloser:
    "The command beneath each shows how a question is read; put other words in its place, as people would.",
  open: "Its file:",

  topTitle: "What was asked most",
  topNote: "Up to ten questions; the bar shows how each went.",
  topNone: "No entry was asked about 5 times yet.",
  entry: "Question",
  noEntry: "Near to no entry",
  allEntries: "Every entry as a table",
  moreEntries: (n) => `${n} more, each`,

  languagesTitle: "By language",
  language: "Language",
  channelsTitle: "By channel",
  channel: "Channel",
  batchNote: (questions) => `Of ${questions} questions, divided week by week and rounded to 5.`,
  batchNone: (least) =>
    `Told for whole weeks, once ${least} questions can be shown. No such week ended on these days.`,
  others: "All others, each week",
  chatPage: "Chat page",
  generic: "Own system (generic)",

  pickedTitle: "What people picked",
  pickedNote: (answers) =>
    `Up to ten questions. Answers that were picked from suggestions or another list, instead of being found by what was written. Of ${answers} answers, divided by entry and week, and rounded to 5.`,
  pickedNone: (least) =>
    `Told by entry for whole weeks, once it has ${least} answers, 5 of them picked from suggestions or another list. No such week ended on these days.`,

  feedbackTitle: "Did it help?",
  feedbackNone: "Fewer than 5 people said, or nobody.",
  feedback: "People said",

  notesTitle: "How to read these numbers",
  notes: (timeZone) => [
    `A day is one in ${timeZone}. Days that aren't over are left out.`,
    "So that no number tells about one person, the questions on an entry wait until there are 5 with the same outcome, and on that day they are shown together. <5 stands for fewer, or none.",
    "Totals, and the numbers of single days, include questions that wait; they are rounded to 5, and for each outcome at most 6 from the truth.",
    "Languages, channels and what was picked are told of questions that are shown, in batches of whole weeks; a label with fewer than 5 in a batch isn't told. Now and then the largest number of a batch is moved by 5 so that nothing follows for the others.",
  ],
  exactNumbers: "The exact numbers may tell who asked; don't publish them:",
  uncounted: (most, from, to) =>
    `Up to ${most} questions may have been answered without being counted, while the store was down. So there were about ${from} to ${to} questions.`,
  uncountedNone: "No question was answered without being counted.",
  uncountedUnknown: (why) =>
    `How many questions were answered without being counted, while the store was down, is unknown: ${why}.`,
  unknownReasons: {
    "own-log": "“npm start” writes a line for each to its log",
    "stand-in": "there is no CloudWatch beside a stand-in for DynamoDB",
    forgotten: "CloudWatch forgets after 15 months",
    never: "CloudWatch has never had a number of them",
    unreadable: "CloudWatch can't be read",
  },
  rawTitle: "Exact counts",
  rawNote: "These are exact counts. Small ones may tell who asked: don't publish them.",
};
