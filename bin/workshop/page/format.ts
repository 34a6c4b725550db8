// Numbers and times as readers of a language write them.

export function percentIn(language: string): (share: number) => string {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (share) => format.format(share);
}

export function timeIn(language: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), { timeStyle: "medium" });
  return (ms) => format.format(ms);
}

/** What adds to a score and what takes from it: `+1.79`, `−0.40`. */
export function signedIn(language: string): (amount: number) => string {
  const format = new Intl.NumberFormat(localeOf(language), {
    signDisplay: "exceptZero",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return (amount) => format.format(amount).replace("-", "−");
}

function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}
