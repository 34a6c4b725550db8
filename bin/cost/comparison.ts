// What AWS states of the cost of its own question-and-answer bot, to see ours in proportion.

export const comparison = {
  name: "QnABot on AWS",
  /** Of its default deployment in us-east-1, without Kendra and Connect. */
  usdAMonth: 1547,
  asOf: "November 2026",
  page: "https://docs.aws.amazon.com/solutions/latest/qnabot-on-aws/cost.html",
} as const;
