// A function that does nothing: what a cold start costs before there is anything in it.

export const handler = async () => ({ statusCode: 200 });
