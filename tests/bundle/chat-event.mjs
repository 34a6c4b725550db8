// A question on the chat page, as API Gateway hands it to the function.

export const chatEvent = (text) => ({
  version: "2.0",
  rawPath: "/chat",
  rawQueryString: "",
  headers: { "content-type": "application/json" },
  requestContext: { http: { method: "POST", path: "/chat" } },
  body: JSON.stringify({ text }),
  isBase64Encoded: false,
});
