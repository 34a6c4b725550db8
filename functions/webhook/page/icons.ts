// The bot's mark and the few icons of its pages, drawn here so that no page asks for a picture.
import { type Html, trusted } from "./html.ts";

/** A speech bubble that holds a tick: something said, and checked. */
const bubble =
  "M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8.6l-6.1 4.9A1.4 1.4 0 0 1 6 27.8V23.3A6 6 0 0 1 3 18V9a6 6 0 0 1 6-6Z";
const tick = "m10.6 13.8 4 4 7.4-8";

export const mark = drawing(
  32,
  `<path class="mark-bubble" d="${bubble}"/><path class="mark-tick" d="${tick}"/>`,
);

/** The mark for browser tabs, which can't follow the page's own colours. */
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0d6158" d="${bubble}"/><path fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round" d="${tick}"/></svg>`,
)}`;

export const sendIcon = stroked("M5 12h13M12.5 6l6 6-6 6");
export const topicsIcon = stroked(
  "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01",
);
export const questionsIcon = stroked(
  "M5 4.5h11.5A2.5 2.5 0 0 1 19 7v12.5H7A2.5 2.5 0 0 1 4.5 17V5a.5.5 0 0 1 .5-.5ZM8.5 9H15M8.5 12.5H13",
);
export const chatIcon = stroked(
  "M7 5h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-5l-4.5 3.5V17H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3Z",
);

function stroked(path: string): Html {
  return drawing(24, `<path class="icon-line" d="${path}"/>`);
}

function drawing(size: number, content: string): Html {
  return trusted(
    `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" focusable="false">${content}</svg>`,
  );
}
