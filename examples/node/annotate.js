// Prints who said what in an article. Usage: node annotate.js ARTICLE; HEARSAY_ADDR is the server, 127.0.0.1:9090 by default.
import { readFileSync } from "node:fs";
import assert from "node:assert";
import { credentials, loadPackageDefinition } from "@grpc/grpc-js";
import { loadFileDescriptorSetFromBuffer } from "@grpc/proto-loader";

const contract = readFileSync(new URL("gen/hearsay.binpb", import.meta.url)); // made by `make gen-clients`
const { hearsay } = loadPackageDefinition(loadFileDescriptorSetFromBuffer(contract));

const text = readFileSync(process.argv[2], "utf8");
const service = new hearsay.v1.AnnotationService(process.env.HEARSAY_ADDR ?? "127.0.0.1:9090", credentials.createInsecure());
const request = { article: { text }, offset_encoding: "OFFSET_ENCODING_UTF16" }; // JavaScript's strings are UTF-16

// cut returns the words that a span covers.
function cut(span) {
  if (!span) return "";
  assert.equal(text.slice(span.begin, span.end), span.text);
  return text.slice(span.begin, span.end).split(/\s+/).join(" ");
}

service.annotateArticle(request, { deadline: Date.now() + 30_000 }, (error, response) => {
  if (error) throw error;
  for (const entity of response.article.entities) {
    console.log(entity.name, "×", entity.mentions.map((m) => cut(m.span)).length);
  }
  console.log();
  for (const quote of response.article.quotes) {
    console.log(`${cut(quote.source)}: ${quote.content.map(cut).join(" … ")}`);
  }
  service.close();
});
