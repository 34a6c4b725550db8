// Phrasings that another entry would win, were they not listed where they are.
import { placeOfPhrasing } from "../../../functions/webhook/faq/read-texts.ts";
import { locateRivals } from "../../rivals/locate.ts";
import { type Finding, quote, type Rule } from "../rule.ts";

export const competing: Rule = {
  name: "competing",
  why: "By all the other phrasings, the bot would take this one for a question of another entry.",
  remedy:
    "Move it if it belongs there; else add ways of asking to its own entry that are like it, or make clear why it is right.",
  bad: "# opening-hours.yaml\n- how long may I keep a book   # all that is like it asks for return-late",
  good: "# return-late.yaml\n- how long may I keep a book",
  weight: 40,
  *find({ rivalry, entries, fileOf }, onProgress): Generator<Finding> {
    const rivals = rivalry(onProgress)?.rivals ?? [];
    for (const rival of locateRivals(rivals, entries)) {
      const { entry, phrasing, rival: other, closest, closestPlace } = rival;
      const file = fileOf(entry);
      if (!file) continue;
      yield {
        file,
        path: placeOfPhrasing(phrasing, file),
        message: `${quote(phrasing.text)} would be taken for "${other}", for ${quote(closest.text)} in ${closestPlace.file}:${closestPlace.line}.`,
      };
    }
  },
};
