package server

import (
	"context"
	"sync"
	"time"

	"google.golang.org/grpc/status"

	hearsayv1 "github.com/hearsay-nlp/hearsay/gen/hearsay/v1"
	"github.com/hearsay-nlp/hearsay/nlp"
)

// A service implements the methods of the contract: decode, call the engine, encode.
type service struct {
	hearsayv1.UnimplementedAnnotationServiceServer
	cfg   Config
	check *checker
	errs  errorMapper
	work  turnstile
}

func newService(cfg Config, check *checker) *service {
	return &service{cfg: cfg, check: check, errs: errorMapper{cfg.Log}, work: newTurnstile(cfg.MaxConcurrent, cfg.MaxQueue)}
}

// AnnotateArticle implements hearsayv1.AnnotationServiceServer.
func (s *service) AnnotateArticle(ctx context.Context, req *hearsayv1.AnnotateArticleRequest) (*hearsayv1.AnnotateArticleResponse, error) {
	if err := s.work.enter(ctx); err != nil {
		return nil, err
	}
	defer s.work.leave()
	article, err := s.annotate(ctx, req)
	if err != nil {
		return nil, err
	}
	return &hearsayv1.AnnotateArticleResponse{Article: article}, nil
}

// BatchAnnotateArticles implements hearsayv1.AnnotationServiceServer.
func (s *service) BatchAnnotateArticles(ctx context.Context, req *hearsayv1.BatchAnnotateArticlesRequest) (*hearsayv1.BatchAnnotateArticlesResponse, error) {
	results := make([]*hearsayv1.BatchAnnotateArticlesResult, len(req.GetRequests()))
	places := make(chan struct{}, s.cfg.MaxConcurrent)
	var group sync.WaitGroup
	for i, r := range req.GetRequests() {
		places <- struct{}{}
		group.Go(func() {
			defer func() { <-places }()
			article, err := s.annotateAlone(ctx, r)
			if err != nil {
				results[i] = &hearsayv1.BatchAnnotateArticlesResult{Result: &hearsayv1.BatchAnnotateArticlesResult_Error{Error: status.Convert(err).Proto()}}
				return
			}
			results[i] = &hearsayv1.BatchAnnotateArticlesResult{Result: &hearsayv1.BatchAnnotateArticlesResult_Article{Article: article}}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return &hearsayv1.BatchAnnotateArticlesResponse{Results: results}, nil
}

// annotateAlone checks and annotates one article of several, whose error is its own. It waits for its turn as long as it takes.
func (s *service) annotateAlone(ctx context.Context, req annotateRequest) (article *hearsayv1.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			article, err = nil, rescued(ctx, s.cfg.Log, p)
		}
	}()
	if err := s.check.check(req); err != nil {
		return nil, s.errs.toStatus(ctx, err)
	}
	if err := s.work.wait(ctx); err != nil {
		return nil, s.errs.toStatus(ctx, err)
	}
	defer s.work.leave()
	article, err = s.annotate(ctx, req)
	return article, s.errs.toStatus(ctx, err)
}

// annotate annotates the article of a request that has been checked.
func (s *service) annotate(ctx context.Context, req annotateRequest) (*hearsayv1.Article, error) {
	mask, err := parseMask(req.GetReadMask())
	if err != nil {
		return nil, invalid(violation{"read_mask", err.Error()})
	}
	in := req.GetArticle()
	doc := &nlp.Document{Text: in.GetText(), Title: in.GetTitle(), Date: dateOf(in)}
	var source *markup
	if in.GetMimeType() == "text/html" {
		source = readHTML(in.GetText())
		doc.Text = source.text
	}
	pipeline := s.cfg.Engine.Only(mask.layers())
	if err := pipeline.Annotate(ctx, doc); err != nil {
		return nil, err
	}
	out := newConverter(doc, in.GetText(), source, req.GetOffsetEncoding()).article()
	out.Id = in.GetId()
	copyInput(out, in, mask)
	mask.prune(out.ProtoReflect())
	return out, nil
}

// copyInput gives out those input fields that the mask names.
func copyInput(out, in *hearsayv1.Article, mask mask) {
	to, from := out.ProtoReflect(), in.ProtoReflect()
	for _, name := range inputFields {
		if _, named := mask[name]; named || mask == nil {
			if field := from.Descriptor().Fields().ByName(name); from.Has(field) {
				to.Set(field, from.Get(field))
			}
		}
	}
}

func dateOf(in *hearsayv1.Article) nlp.Date {
	d := in.GetPublishDate()
	return nlp.Date{Year: int(d.GetYear()), Month: time.Month(d.GetMonth()), Day: int(d.GetDay())}
}

// GetEngine implements hearsayv1.AnnotationServiceServer.
func (s *service) GetEngine(context.Context, *hearsayv1.GetEngineRequest) (*hearsayv1.GetEngineResponse, error) {
	e := s.cfg.Engine
	out := &hearsayv1.Engine{
		Name: e.Name, Version: s.cfg.Version, LanguageCodes: e.Languages,
		Limits: &hearsayv1.EngineLimits{MaxTextBytes: int32(s.cfg.MaxTextBytes), MaxBatchSize: maxBatchSize},
	}
	for _, f := range fieldLayers {
		if e.Provides()&f.layers != 0 {
			out.Layers = append(out.Layers, string(f.field))
		}
	}
	for _, m := range e.Models {
		out.Models = append(out.Models, &hearsayv1.EngineModel{Name: m.Name, Version: m.Version, Source: m.Source, License: m.License, SizeBytes: int32(m.Size)})
	}
	for _, a := range e.Accuracy {
		out.Accuracy = append(out.Accuracy, &hearsayv1.EngineAccuracy{Dataset: a.Dataset, Metric: a.Metric, Value: float32(a.Value)})
	}
	return &hearsayv1.GetEngineResponse{Engine: out}, nil
}

// maxBatchSize is the limit that the contract sets by buf.validate.
const maxBatchSize = 100
