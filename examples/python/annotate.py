"""Prints who said what in an article. Usage: annotate.py ARTICLE; HEARSAY_ADDR is the server, 127.0.0.1:9090 by default."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "gen"))  # made by `make gen-clients`

import grpc
from hearsay.v1 import annotation_service_pb2 as pb
from hearsay.v1 import annotation_service_pb2_grpc, article_pb2


def main(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    with grpc.insecure_channel(os.environ.get("HEARSAY_ADDR", "127.0.0.1:9090")) as channel:
        service = annotation_service_pb2_grpc.AnnotationServiceStub(channel)
        request = pb.AnnotateArticleRequest(article=article_pb2.Article(text=text))  # offsets count code points, as Python does
        article = service.AnnotateArticle(request, timeout=30).article

    def cut(span):
        assert text[span.begin : span.end] == span.text, span
        return " ".join(text[span.begin : span.end].split())

    for entity in article.entities:
        print(entity.name, "×", len([cut(m.span) for m in entity.mentions]))
    print()
    for quote in article.quotes:
        print(f"{cut(quote.source)}: {' … '.join(cut(c) for c in quote.content)}")


if __name__ == "__main__":
    main(sys.argv[1])
