package server

import (
	"fmt"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
)

type fieldMask = fieldmaskpb.FieldMask

// fieldLayers are the layers that each field of Article needs.
var fieldLayers = []struct {
	field  protoreflect.Name
	layers nlp.Layers
}{
	{"sentences", nlp.Sentences},
	{"tokens", nlp.Tokens | nlp.Tags | nlp.Dependencies},
	{"entities", nlp.Entities | nlp.QuotedMentions},
	{"quotes", nlp.Quotes},
	{"claims", nlp.Claims},
	{"claim_relations", nlp.ClaimRelations},
	{"times", nlp.Times},
	{"quantities", nlp.Quantities},
}

// inputFields are the fields of Article that the caller fills in; they are sent back if the mask names them.
var inputFields = []protoreflect.Name{"text", "title", "language_code", "publish_date", "source_uri", "mime_type"}

// A mask says which fields of a message are wanted: all if it is nil, else those that are keys.
type mask map[protoreflect.Name]mask

// parseMask returns the mask of Article that the paths of m make. No paths mean all layers but the tokens.
func parseMask(m *fieldMask) (mask, error) {
	if len(m.GetPaths()) == 0 {
		all := mask{"id": nil}
		for _, f := range fieldLayers {
			if f.field != "tokens" {
				all[f.field] = nil
			}
		}
		return all, nil
	}
	root := mask{"id": nil}
	for _, path := range m.GetPaths() {
		if path == "*" {
			return nil, nil
		}
		if err := root.add(path); err != nil {
			return nil, err
		}
	}
	return root, nil
}

// add adds a path such as "entities.mentions.span".
func (m mask) add(path string) error {
	desc := (&hearsayv1.Article{}).ProtoReflect().Descriptor()
	at := m
	names := strings.Split(path, ".")
	for i, name := range names {
		if desc == nil || desc.Fields().ByName(protoreflect.Name(name)) == nil {
			return fmt.Errorf("%q is not a path in Article", path)
		}
		field := desc.Fields().ByName(protoreflect.Name(name))
		desc = field.Message()
		inner, wanted := at[field.Name()]
		if wanted && inner == nil {
			return validRest(desc, names[i+1:], path) // all of it is wanted already
		}
		if i == len(names)-1 {
			at[field.Name()] = nil
			return nil
		}
		if inner == nil {
			inner = mask{}
			at[field.Name()] = inner
		}
		at = inner
	}
	return nil
}

// validRest checks the rest of a path of which the beginning is wanted whole.
func validRest(desc protoreflect.MessageDescriptor, names []string, path string) error {
	for _, name := range names {
		if desc == nil || desc.Fields().ByName(protoreflect.Name(name)) == nil {
			return fmt.Errorf("%q is not a path in Article", path)
		}
		desc = desc.Fields().ByName(protoreflect.Name(name)).Message()
	}
	return nil
}

// layers returns the layers that m needs.
func (m mask) layers() nlp.Layers {
	var want nlp.Layers
	for _, f := range fieldLayers {
		inner, ok := m[f.field]
		switch {
		case m != nil && !ok:
		case f.field == "tokens" && inner != nil:
			want |= nlp.Tokens
			for name := range inner {
				switch name {
				case "lemma", "upos", "xpos":
					want |= nlp.Tags
				case "head", "deprel":
					want |= nlp.Dependencies
				}
			}
		default:
			want |= f.layers
		}
	}
	return want
}

// prune clears all fields of message that m does not want.
func (m mask) prune(message protoreflect.Message) {
	if m == nil {
		return
	}
	message.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		inner, ok := m[field.Name()]
		switch {
		case !ok:
			message.Clear(field)
		case inner == nil:
		case field.IsList():
			for i := range value.List().Len() {
				inner.prune(value.List().Get(i).Message())
			}
		case field.Message() != nil:
			inner.prune(value.Message())
		}
		return true
	})
}
