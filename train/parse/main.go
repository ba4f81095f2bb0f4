// Command parse trains the parser on the train parts of the treebanks. So that it learns from tags as good as those it will meet,
// the treebanks are tagged in five parts, each by a tagger that was trained on the other four.
//
//	parse -corpora DIR [-out nlp/parse]
package main

import (
	"cmp"
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/hearsay-nlp/hearsay/internal/conllu"
	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/parse"
	"github.com/hearsay-nlp/hearsay/nlp/tag"
)

// tagEpochs is how often each of the five taggers goes through the treebanks.
const tagEpochs = 5

var epochs = parse.Epochs{Arcs: 12, Others: 8, Relations: 6, Reranker: 8}

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "../shared/corpora", "`folder` of the corpora")
	out := flag.String("out", "nlp/parse", "`folder` to write the models to")
	flag.Parse()
	if err := run(*corpora, *out); err != nil {
		log.Fatal(err)
	}
}

func run(corpora, out string) error {
	var sentences []conllu.Sentence
	for _, file := range []string{"treebank/ewt/en_ewt-train.conllu.gz", "treebank/gum/gum-train.conllu.gz"} {
		s, err := conllu.ReadFile(filepath.Join(corpora, file))
		if err != nil {
			return err
		}
		sentences = append(sentences, s...)
	}
	trees, err := jackknife(sentences)
	if err != nil {
		return err
	}
	models, err := parse.Train(trees, epochs)
	if err != nil {
		return err
	}
	return cmp.Or(
		os.WriteFile(filepath.Join(out, "arcs.model"), models.Arcs, 0o644),
		os.WriteFile(filepath.Join(out, "relations.model"), models.Relations, 0o644),
		os.WriteFile(filepath.Join(out, "labels.model"), models.Labels, 0o644),
		os.WriteFile(filepath.Join(out, "reranker.model"), models.Reranker, 0o644),
	)
}

// jackknife returns the sentences as trees, with tags by taggers that have not seen them.
func jackknife(sentences []conllu.Sentence) ([]parse.Tree, error) {
	const parts = 5
	trees := make([]parse.Tree, len(sentences))
	for part := range parts {
		var others []*nlp.Document
		for i := range sentences {
			if i%parts != part {
				others = append(others, sentences[i].NewDocument(true))
			}
		}
		models, err := tag.Train(others, tagEpochs)
		if err != nil {
			return nil, err
		}
		tagger, err := tag.NewFrom(models)
		if err != nil {
			return nil, err
		}
		for i := part; i < len(sentences); i += parts {
			doc := sentences[i].NewDocument(false)
			tagger.Annotate(doc)
			tree := parse.Tree{Tokens: doc.Tokens}
			for _, w := range sentences[i].Words {
				tree.Head = append(tree.Head, max(w.Head, nlp.None))
				tree.Deprel = append(tree.Deprel, w.Deprel)
			}
			trees[i] = tree
		}
	}
	return trees, nil
}
