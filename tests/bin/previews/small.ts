// The small FAQ, changed in places, with previews of its replies.
import { createPreviews, type Previews } from "../../../bin/previews/previews.ts";
import { type PublishedFaq, publish } from "../../../functions/webhook/faq/published.ts";
import { readFaq } from "../../../functions/webhook/faq/read.ts";
import { booksFile, edited, faqFiles } from "../../faq/small-faq.ts";

export function publishedWith(changes: Readonly<Record<string, string>> = {}): PublishedFaq {
  const reading = readFaq(faqFiles(changes));
  if (reading.kind !== "faq") throw new Error(JSON.stringify(reading.problems));
  return publish(reading.faq);
}

export function previewsWith(changes: Readonly<Record<string, string>> = {}): Previews {
  return createPreviews(publishedWith(changes));
}

/** Previews of a FAQ whose English answer about books is this. */
export function previewsOfAnswer(answer: string): Previews {
  return previewsWith({
    [booksFile]: edited(booksFile, "en: Five books.", `en: ${JSON.stringify(answer)}`),
  });
}

export { booksFile, edited };
