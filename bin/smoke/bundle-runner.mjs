// Started in a process of its own by ask-bundle.ts: imports a bundle as Lambda does, and asks it.
// Plain JavaScript, so that nothing but Node stands between the bundle and what it imports.
process.once("message", async ({ bundle, lambdaEnvironment, requests }) => {
  process.send(await answer(bundle, lambdaEnvironment, requests), () => process.exit());
});

async function answer(bundle, lambdaEnvironment, requests) {
  try {
    const { handler } = await import(bundle);
    const answers = [];
    for (const event of requests) answers.push(await ask(handler, event));
    // Once more from the start, the way it goes on AWS: with tables and a parameter.
    Object.assign(process.env, lambdaEnvironment);
    const onLambda = await import(`${bundle}?on-lambda`);
    const [health] = requests;
    return { kind: "answers", answers, onLambda: await ask(onLambda.handler, health) };
  } catch (error) {
    return { kind: "broken", reason: String(error?.message ?? error) };
  }
}

async function ask(handler, event) {
  try {
    const { statusCode, body = "", isBase64Encoded = false } = await handler(event);
    const text = Buffer.from(body, isBase64Encoded ? "base64" : "utf8").toString();
    return { status: statusCode, body: text };
  } catch (error) {
    return { status: 502, body: String(error?.message ?? error) };
  }
}
