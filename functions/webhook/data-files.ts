// The files beside the bundle that hold what the build makes of a FAQ.

export const dataFiles = { faq: "faq.json", model: "model.bin", pages: "pages.json" };
