// Generated from openapi.yaml by scripts/embed-openapi. Changes made here are lost.

/// The description of the HTTP interface (OpenAPI 3.1), as it stands in `openapi.yaml`.
enum OpenAPIDocument {
    /// The file itself.
    static let yaml = #"""
openapi: 3.1.0
info:
  title: Dateline
  version: 1.0.0
  summary: News articles by date, entity, event and tag.
  description: |
    Stores news articles and answers which of them speak of whom, of what and of when.

    **Conventions.** JSON in UTF-8; an unknown field is 422 and an unknown query parameter 400, each named together with the
    nearest known one. Ids are UUIDs in lower case; an id of another form is simply not found. Instants (`createdAt`,
    `updatedAt`, …) are RFC 3339 in UTC. *Partial dates* are written exactly as precisely as they are known, from `2024` to
    `2024-03-26T22:16:05Z`, and each stands for an interval; only the interval is ever compared.

    **Errors** are `application/problem+json` (RFC 9457) and list every fault of the request at once. What the HTTP parser
    itself refuses (400, 431) may have an empty body.

    **Concurrency.** Every single resource has a strong `ETag` made from its `version`. `If-None-Match` on a read gives 304;
    `If-Match` on a write gives 412 when the resource is at another version, and a server setting makes it compulsory (428).

    **Creating.** `Idempotency-Key` on a `POST` that stores something keeps the first answer for 24 hours and replays it with
    `Idempotency-Replayed: true`. A 2xx answer to a write means that it is on the disk.

    **Collections** come in pages, `{"items": […], "nextCursor": …}` and a `Link` header with `rel="next"`; with
    `Accept: application/x-ndjson` all matches are streamed, one JSON object a line. Cursors are opaque, belong to one set of
    filters and one order, and survive inserts, deletes and restarts. A page that comes to 8 MiB is no longer than that, however
    many items were asked for.

    **Access.** A service may want a token with every request but `GET /livez`: `Authorization: Bearer TOKEN`. Without a valid one
    the answer is 401, whatever the address; a token of the scope `read` gets 403 for everything but `GET` and `HEAD`.

    **Limits** of size, time and number have their own settings; what is said here of them are the defaults. A read of the store
    takes 4 s at most (504); it may wait 5 s for its turn before that (503, as where too much is going on).

    `HEAD` is answered wherever `GET` is, and `OPTIONS` names the methods of a path. The `Host` header has to be one that the
    service knows, and an `Origin` has to be listed: else 403.
servers:
  - url: http://127.0.0.1:8080
    description: Where the service listens unless told otherwise.
security:
  - {}
  - token: []
tags:
  - name: articles
    description: What was published, with its links to entities, events and tags.
  - name: entities
    description: People, organizations, places and other things that articles mention.
  - name: events
    description: What happened or is to happen, and the articles that tell of it.
  - name: tags
    description: Labels on articles, entities and events. A colon in a name makes a tree by prefix.
  - name: sources
    description: Outlets, and how they write dates.
  - name: changes
    description: Everything that happened to the store, in commit order.
  - name: imports
    description: The watched folder and every file seen in it.
  - name: service
    description: The service itself.
paths:
  /v1:
    get:
      operationId: getService
      tags: [service]
      summary: Lists the resources.
      responses:
        '200':
          description: The name and version of the service, and where its resources are.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ServiceDescription'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /livez:
    get:
      operationId: getLiveness
      tags: [service]
      summary: Says whether the process runs.
      description: |
        For operators and container health checks. Says no more than ok.
      responses:
        '200':
          description: It runs.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Health'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /readyz:
    get:
      operationId: getReadiness
      tags: [service]
      summary: Says whether the store can be read and written.
      responses:
        '200':
          description: It can. What beside it doesn't work is told in `warnings`.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Readiness'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /metrics:
    get:
      operationId: getMetrics
      tags: [service]
      summary: All figures, in the text format of Prometheus.
      responses:
        '200':
          description: Requests, store, folder, linking and process, as they are now.
          content:
            text/plain:
              schema: {type: string}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /openapi.yaml:
    get:
      operationId: getOpenAPIAsYAML
      tags: [service]
      summary: This description, as YAML.
      responses:
        '200':
          description: This document.
          content:
            application/yaml:
              schema: {type: object, required: [openapi, info, paths]}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /openapi.json:
    get:
      operationId: getOpenAPIAsJSON
      tags: [service]
      summary: This description, as JSON.
      responses:
        '200':
          description: This document.
          content:
            application/json:
              schema: {type: object, required: [openapi, info, paths]}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /problems/{slug}:
    parameters:
      - {$ref: '#/components/parameters/Slug'}
    get:
      operationId: getProblem
      tags: [service]
      summary: Explains one type of problem.
      description: |
        The `type` of a problem leads here.
      responses:
        '200':
          description: What the problem means and what can be done about it.
          content:
            text/plain:
              schema: {type: string}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/articles:
    get:
      operationId: listArticles
      tags: [articles]
      summary: Finds articles.
      description: |
        Every condition must hold. Items leave out `body` unless it is included.
      parameters:
        - {$ref: '#/components/parameters/Entity'}
        - {$ref: '#/components/parameters/AnyEntity'}
        - {$ref: '#/components/parameters/NotEntity'}
        - {$ref: '#/components/parameters/EntityType'}
        - {$ref: '#/components/parameters/Tag'}
        - {$ref: '#/components/parameters/AnyTag'}
        - {$ref: '#/components/parameters/NotTag'}
        - {$ref: '#/components/parameters/Untagged'}
        - {$ref: '#/components/parameters/Event'}
        - {$ref: '#/components/parameters/AllEvent'}
        - {$ref: '#/components/parameters/Source'}
        - {$ref: '#/components/parameters/Language'}
        - {$ref: '#/components/parameters/DateStatus'}
        - {$ref: '#/components/parameters/From'}
        - {$ref: '#/components/parameters/To'}
        - {$ref: '#/components/parameters/Tz'}
        - {$ref: '#/components/parameters/Match'}
        - {$ref: '#/components/parameters/Within'}
        - {$ref: '#/components/parameters/Text'}
        - {$ref: '#/components/parameters/CreatedFrom'}
        - {$ref: '#/components/parameters/CreatedTo'}
        - {$ref: '#/components/parameters/UpdatedFrom'}
        - {$ref: '#/components/parameters/ArticleSort'}
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
        - {$ref: '#/components/parameters/Fields'}
        - {$ref: '#/components/parameters/Include'}
      responses:
        '200':
          description: A page of the articles that match.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ArticlePage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one article a line; limit and count have no say.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    post:
      operationId: createArticle
      tags: [articles]
      summary: Stores an article.
      description: |
        The normalised `url` is unique; `onConflict` says what happens where it is taken.

        As `text/plain`, `text/html` or `text/markdown` the body is a page as the folder import would find it; headline, dates, source and
        text are read from it.
      parameters:
        - {$ref: '#/components/parameters/OnConflict'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ArticleCreate'}
            examples:
              Article: {$ref: '#/components/examples/Article'}
              MinimalArticle: {$ref: '#/components/examples/MinimalArticle'}
          text/plain:
            schema: {type: string, minLength: 1, description: 'A page: headline, a line of date or source, text.'}
            examples:
              Page: {$ref: '#/components/examples/Page'}
          text/html:
            schema: {type: string, minLength: 1, description: A page of HTML.}
            examples:
              HTMLPage: {$ref: '#/components/examples/HTMLPage'}
          text/markdown:
            schema: {type: string, minLength: 1, description: 'Markdown, with or without YAML front matter.'}
            examples:
              MarkdownPage: {$ref: '#/components/examples/MarkdownPage'}
      responses:
        '200':
          description: With `onConflict` of `return` or `update`, the article that has the URL, as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
        '201':
          description: The article as stored.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
          links:
            GetArticle: {$ref: '#/components/links/GetArticle'}
            GetProvenance: {$ref: '#/components/links/GetProvenance'}
            ReplaceArticle: {$ref: '#/components/links/ReplaceArticle'}
            UpdateArticle: {$ref: '#/components/links/UpdateArticle'}
            DeleteArticle: {$ref: '#/components/links/DeleteArticle'}
            ReplaceArticleTags: {$ref: '#/components/links/ReplaceArticleTags'}
            AddArticleTag: {$ref: '#/components/links/AddArticleTag'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/batch:
    post:
      operationId: createArticles
      tags: [articles]
      summary: Stores up to 10,000 articles.
      description: |
        One result for each item, in order; an item that fails stores nothing of itself. With `atomic=true` the first failure
        undoes all, and the answer is 422 with what is wrong, the place of each item in front of its pointers.
      parameters:
        - {$ref: '#/components/parameters/Atomic'}
        - {$ref: '#/components/parameters/OnConflict'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: array
              maxItems: 10000
              items: {$ref: '#/components/schemas/ArticleCreate'}
            examples:
              Articles: {$ref: '#/components/examples/Articles'}
          application/x-ndjson:
            schema: {type: string, description: One article in JSON a line; empty lines are skipped.}
            examples:
              ArticleLines: {$ref: '#/components/examples/ArticleLines'}
      responses:
        '200':
          description: What became of each item.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/BatchResult'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/facets:
    get:
      operationId: countArticles
      tags: [articles]
      summary: Counts articles by facets.
      description: |
        The most frequent values among the articles that match; of years, months and days, the latest. `query` of a bucket lists
        exactly its articles. (A timeline is `entity=X&facet=day`, co-occurrence is `entity=X&facet=entity`.)
      parameters:
        - {$ref: '#/components/parameters/Facet'}
        - {$ref: '#/components/parameters/Entity'}
        - {$ref: '#/components/parameters/AnyEntity'}
        - {$ref: '#/components/parameters/NotEntity'}
        - {$ref: '#/components/parameters/EntityType'}
        - {$ref: '#/components/parameters/Tag'}
        - {$ref: '#/components/parameters/AnyTag'}
        - {$ref: '#/components/parameters/NotTag'}
        - {$ref: '#/components/parameters/Untagged'}
        - {$ref: '#/components/parameters/Event'}
        - {$ref: '#/components/parameters/AllEvent'}
        - {$ref: '#/components/parameters/Source'}
        - {$ref: '#/components/parameters/Language'}
        - {$ref: '#/components/parameters/DateStatus'}
        - {$ref: '#/components/parameters/From'}
        - {$ref: '#/components/parameters/To'}
        - {$ref: '#/components/parameters/Tz'}
        - {$ref: '#/components/parameters/Match'}
        - {$ref: '#/components/parameters/Within'}
        - {$ref: '#/components/parameters/Text'}
        - {$ref: '#/components/parameters/CreatedFrom'}
        - {$ref: '#/components/parameters/CreatedTo'}
        - {$ref: '#/components/parameters/UpdatedFrom'}
        - {$ref: '#/components/parameters/FacetLimit'}
      responses:
        '200':
          description: The buckets of each facet asked for.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Facets'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getArticle
      tags: [articles]
      summary: Reads an article.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatch'}
      responses:
        '200':
          description: The article.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
        '304': {$ref: '#/components/responses/NotModified'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    put:
      operationId: replaceArticle
      tags: [articles]
      summary: Stores an article under an id that the client chose, or replaces it.
      description: |
        Everything that a client can set is replaced; what the service computes may be echoed, but not changed.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatchStar'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ArticleReplace'}
            examples:
              Article: {$ref: '#/components/examples/Article'}
      responses:
        '200':
          description: The article as replaced.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
        '201':
          description: The article as created.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
          links:
            GetArticle: {$ref: '#/components/links/GetArticle'}
            GetProvenance: {$ref: '#/components/links/GetProvenance'}
            UpdateArticle: {$ref: '#/components/links/UpdateArticle'}
            DeleteArticle: {$ref: '#/components/links/DeleteArticle'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    patch:
      operationId: updateArticle
      tags: [articles]
      summary: Changes some fields of an article.
      description: |
        JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. A new datePublished without a dateStatus is stated.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: {$ref: '#/components/schemas/ArticlePatch'}
            examples:
              ArticleChange: {$ref: '#/components/examples/ArticleChange'}
          application/json:
            schema: {$ref: '#/components/schemas/ArticlePatch'}
      responses:
        '200':
          description: The article as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Article'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: deleteArticle
      tags: [articles]
      summary: Deletes an article for good.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      responses:
        '204':
          description: It is gone, and everything that pointed to it is unlinked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/provenance:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getProvenance
      tags: [articles]
      summary: Tells where everything in an article came from.
      description: |
        Of an article that was read from a page, every decision of the reader: what was left out and why, each date and why it won or lost,
        by which sign headline, byline, source and language were found. It is kept with the article, so it tells of the reading that made
        it, whatever a later reader would say. An article that was stated field by field (`origin` `client`, or a file of JSON) has no
        `reading`.
      responses:
        '200':
          description: Where the article came from.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ArticleProvenance'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/raw:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getRaw
      tags: [articles]
      summary: Gives what an article was last read from, byte for byte.
      description: |
        A page, or the whole feed. 404 where nothing is kept: the article was stated field by field, keeping is off, the content was larger
        than is kept, or it was kept long enough.
      responses:
        '200':
          description: The bytes, always as an attachment.
          headers:
            Repr-Digest: {$ref: '#/components/headers/ReprDigest'}
          content:
            application/octet-stream:
              schema: {type: string, format: binary}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/mentions/{entityId}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
      - {$ref: '#/components/parameters/EntityId'}
    put:
      operationId: linkMention
      tags: [articles]
      summary: Says that an article speaks of an entity.
      description: |
        A link made by hand is never touched when names change.
      responses:
        '204':
          description: They are linked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: unlinkMention
      tags: [articles]
      summary: Says that an article doesn't speak of an entity.
      description: |
        The two aren't linked again by names found in the text.
      responses:
        '204':
          description: They aren't linked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/events/{eventId}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
      - {$ref: '#/components/parameters/EventId'}
    put:
      operationId: linkEvent
      tags: [articles]
      summary: Says that an article tells of an event.
      responses:
        '204':
          description: They are linked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: unlinkEvent
      tags: [articles]
      summary: Says that an article doesn't tell of an event.
      responses:
        '204':
          description: They aren't linked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/tags:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: replaceArticleTags
      tags: [tags]
      summary: Sets all tags of one article.
      description: |
        Tags that are new are made.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/TagNames'}
            examples:
              TagNames: {$ref: '#/components/examples/TagNames'}
      responses:
        '204':
          description: The tags are exactly these.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/articles/{id}/tags/{name}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: addArticleTag
      tags: [tags]
      summary: Puts a tag on one article.
      description: |
        A tag that is new is made.
      parameters:
        - {$ref: '#/components/parameters/TagName'}
      responses:
        '204':
          description: It has the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: removeArticleTag
      tags: [tags]
      summary: Takes a tag off one article.
      parameters:
        - {$ref: '#/components/parameters/TagKey'}
      responses:
        '204':
          description: It hasn't the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/entities:
    get:
      operationId: listEntities
      tags: [entities]
      summary: Finds entities.
      parameters:
        - {$ref: '#/components/parameters/EntityPrefix'}
        - {$ref: '#/components/parameters/EntityTypes'}
        - {$ref: '#/components/parameters/Tag'}
        - {$ref: '#/components/parameters/AnyTag'}
        - {$ref: '#/components/parameters/NotTag'}
        - {$ref: '#/components/parameters/Untagged'}
        - {$ref: '#/components/parameters/Identifier'}
        - {$ref: '#/components/parameters/EntitySort'}
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
      responses:
        '200':
          description: A page of the entities that match.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/EntityPage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one entity a line; limit and count have no say.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    post:
      operationId: createEntity
      tags: [entities]
      summary: Stores an entity.
      description: |
        Articles already stored are searched for its names in the background; `linking` says whether that is done.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/EntityCreate'}
            examples:
              Person: {$ref: '#/components/examples/Person'}
              Place: {$ref: '#/components/examples/Place'}
      responses:
        '201':
          description: The entity as stored.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Entity'}
          links:
            GetEntity: {$ref: '#/components/links/GetEntity'}
            ReplaceEntity: {$ref: '#/components/links/ReplaceEntity'}
            UpdateEntity: {$ref: '#/components/links/UpdateEntity'}
            DeleteEntity: {$ref: '#/components/links/DeleteEntity'}
            ReplaceEntityTags: {$ref: '#/components/links/ReplaceEntityTags'}
            AddEntityTag: {$ref: '#/components/links/AddEntityTag'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/entities/{id}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getEntity
      tags: [entities]
      summary: Reads an entity.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatch'}
      responses:
        '200':
          description: The entity.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Entity'}
        '304': {$ref: '#/components/responses/NotModified'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    put:
      operationId: replaceEntity
      tags: [entities]
      summary: Stores an entity under an id that the client chose, or replaces it.
      description: |
        Everything that a client can set is replaced; what the service computes may be echoed, but not changed.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatchStar'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/EntityReplace'}
            examples:
              Person: {$ref: '#/components/examples/Person'}
      responses:
        '200':
          description: The entity as replaced.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Entity'}
        '201':
          description: The entity as created.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Entity'}
          links:
            GetEntity: {$ref: '#/components/links/GetEntity'}
            UpdateEntity: {$ref: '#/components/links/UpdateEntity'}
            DeleteEntity: {$ref: '#/components/links/DeleteEntity'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    patch:
      operationId: updateEntity
      tags: [entities]
      summary: Changes some fields of an entity.
      description: |
        JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. Identifiers are merged by scheme.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: {$ref: '#/components/schemas/EntityPatch'}
            examples:
              EntityChange: {$ref: '#/components/examples/EntityChange'}
          application/json:
            schema: {$ref: '#/components/schemas/EntityPatch'}
      responses:
        '200':
          description: The entity as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Entity'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: deleteEntity
      tags: [entities]
      summary: Deletes an entity for good.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      responses:
        '204':
          description: It is gone, and everything that pointed to it is unlinked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/entities/{id}/tags:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: replaceEntityTags
      tags: [tags]
      summary: Sets all tags of one entity.
      description: |
        Tags that are new are made.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/TagNames'}
            examples:
              TagNames: {$ref: '#/components/examples/TagNames'}
      responses:
        '204':
          description: The tags are exactly these.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/entities/{id}/tags/{name}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: addEntityTag
      tags: [tags]
      summary: Puts a tag on one entity.
      description: |
        A tag that is new is made.
      parameters:
        - {$ref: '#/components/parameters/TagName'}
      responses:
        '204':
          description: It has the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: removeEntityTag
      tags: [tags]
      summary: Takes a tag off one entity.
      parameters:
        - {$ref: '#/components/parameters/TagKey'}
      responses:
        '204':
          description: It hasn't the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/events:
    get:
      operationId: listEvents
      tags: [events]
      summary: Finds events.
      parameters:
        - {$ref: '#/components/parameters/Entity'}
        - {$ref: '#/components/parameters/AnyEntity'}
        - {$ref: '#/components/parameters/NotEntity'}
        - {$ref: '#/components/parameters/ArticleId'}
        - {$ref: '#/components/parameters/Tag'}
        - {$ref: '#/components/parameters/AnyTag'}
        - {$ref: '#/components/parameters/NotTag'}
        - {$ref: '#/components/parameters/Untagged'}
        - {$ref: '#/components/parameters/From'}
        - {$ref: '#/components/parameters/To'}
        - {$ref: '#/components/parameters/Tz'}
        - {$ref: '#/components/parameters/Match'}
        - {$ref: '#/components/parameters/EventStatus'}
        - {$ref: '#/components/parameters/Text'}
        - {$ref: '#/components/parameters/EventSort'}
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
      responses:
        '200':
          description: A page of the events that match.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/EventPage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one event a line; limit and count have no say.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    post:
      operationId: createEvent
      tags: [events]
      summary: Stores an event.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/EventCreate'}
            examples:
              Event: {$ref: '#/components/examples/Event'}
      responses:
        '201':
          description: The event as stored.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Event'}
          links:
            GetEvent: {$ref: '#/components/links/GetEvent'}
            ReplaceEvent: {$ref: '#/components/links/ReplaceEvent'}
            UpdateEvent: {$ref: '#/components/links/UpdateEvent'}
            DeleteEvent: {$ref: '#/components/links/DeleteEvent'}
            ReplaceEventTags: {$ref: '#/components/links/ReplaceEventTags'}
            AddEventTag: {$ref: '#/components/links/AddEventTag'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/events/{id}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getEvent
      tags: [events]
      summary: Reads an event.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatch'}
      responses:
        '200':
          description: The event.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Event'}
        '304': {$ref: '#/components/responses/NotModified'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    put:
      operationId: replaceEvent
      tags: [events]
      summary: Stores an event under an id that the client chose, or replaces it.
      description: |
        Everything that a client can set is replaced; what the service computes may be echoed, but not changed.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatchStar'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/EventReplace'}
            examples:
              Event: {$ref: '#/components/examples/Event'}
      responses:
        '200':
          description: The event as replaced.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Event'}
        '201':
          description: The event as created.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Event'}
          links:
            GetEvent: {$ref: '#/components/links/GetEvent'}
            UpdateEvent: {$ref: '#/components/links/UpdateEvent'}
            DeleteEvent: {$ref: '#/components/links/DeleteEvent'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    patch:
      operationId: updateEvent
      tags: [events]
      summary: Changes some fields of an event.
      description: |
        JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. So does a location.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: {$ref: '#/components/schemas/EventPatch'}
            examples:
              EventChange: {$ref: '#/components/examples/EventChange'}
          application/json:
            schema: {$ref: '#/components/schemas/EventPatch'}
      responses:
        '200':
          description: The event as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Event'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: deleteEvent
      tags: [events]
      summary: Deletes an event for good.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      responses:
        '204':
          description: It is gone, and everything that pointed to it is unlinked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/events/{id}/tags:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: replaceEventTags
      tags: [tags]
      summary: Sets all tags of one event.
      description: |
        Tags that are new are made.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/TagNames'}
            examples:
              TagNames: {$ref: '#/components/examples/TagNames'}
      responses:
        '204':
          description: The tags are exactly these.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/events/{id}/tags/{name}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    put:
      operationId: addEventTag
      tags: [tags]
      summary: Puts a tag on one event.
      description: |
        A tag that is new is made.
      parameters:
        - {$ref: '#/components/parameters/TagName'}
      responses:
        '204':
          description: It has the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: removeEventTag
      tags: [tags]
      summary: Takes a tag off one event.
      parameters:
        - {$ref: '#/components/parameters/TagKey'}
      responses:
        '204':
          description: It hasn't the tag.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/tags:
    get:
      operationId: listTags
      tags: [tags]
      summary: Finds tags.
      parameters:
        - {$ref: '#/components/parameters/TagPrefix'}
        - {$ref: '#/components/parameters/TagSort'}
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
      responses:
        '200':
          description: A page of the tags that match.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/TagPage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one tag a line; limit and count have no say.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    post:
      operationId: createTag
      tags: [tags]
      summary: Stores a tag.
      description: |
        Tags are also made by their first use.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/TagCreate'}
            examples:
              Tag: {$ref: '#/components/examples/Tag'}
      responses:
        '201':
          description: The tag as stored.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Location: {$ref: '#/components/headers/Location'}
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Tag'}
          links:
            GetTag: {$ref: '#/components/links/GetTag'}
            UpdateTag: {$ref: '#/components/links/UpdateTag'}
            DeleteTag: {$ref: '#/components/links/DeleteTag'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/tags/{name}:
    parameters:
      - {$ref: '#/components/parameters/TagKey'}
    get:
      operationId: getTag
      tags: [tags]
      summary: Reads a tag.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatch'}
      responses:
        '200':
          description: The tag.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Tag'}
        '304': {$ref: '#/components/responses/NotModified'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    patch:
      operationId: updateTag
      tags: [tags]
      summary: Renames, describes or colours a tag.
      description: |
        Renamed onto a tag that exists, it is merged into that one, which is then the answer.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: {$ref: '#/components/schemas/TagPatch'}
            examples:
              TagChange: {$ref: '#/components/examples/TagChange'}
          application/json:
            schema: {$ref: '#/components/schemas/TagPatch'}
      responses:
        '200':
          description: The tag as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
            Content-Location: {$ref: '#/components/headers/Content-Location'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Tag'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    delete:
      operationId: deleteTag
      tags: [tags]
      summary: Takes a tag off everything, and deletes it.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      responses:
        '204':
          description: It is gone, and everything that pointed to it is unlinked.
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/taggings:
    post:
      operationId: applyTagging
      tags: [tags]
      summary: Adds and removes tags on many resources.
      description: |
        One transaction: all or nothing. A filter is the query of the matching list, such as `entity=…&from=…`. It is answered as lists are, of the moment before the tagging, and may have at most 10,000
        matches of a kind; more are refused (422 `too-many`): narrow it, by dates for instance, and send several requests.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Tagging'}
            examples:
              Tagging: {$ref: '#/components/examples/Tagging'}
      responses:
        '200':
          description: How many resources were meant, and how many of them changed.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/TaggingResult'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/sources:
    get:
      operationId: listSources
      tags: [sources]
      summary: Lists the outlets, by name.
      parameters:
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
      responses:
        '200':
          description: A page of the sources.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/SourcePage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one source a line; limit and count have no say.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/sources/{name}:
    parameters:
      - {$ref: '#/components/parameters/SourceName'}
    get:
      operationId: getSource
      tags: [sources]
      summary: Reads a source.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
        - {$ref: '#/components/parameters/IfNoneMatch'}
      responses:
        '200':
          description: The source.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Source'}
        '304': {$ref: '#/components/responses/NotModified'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    patch:
      operationId: updateSource
      tags: [sources]
      summary: Says how an outlet writes dates.
      description: |
        Concerns pages that are read from then on.
      parameters:
        - {$ref: '#/components/parameters/IfMatch'}
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: {$ref: '#/components/schemas/SourcePatch'}
            examples:
              SourceChange: {$ref: '#/components/examples/SourceChange'}
          application/json:
            schema: {$ref: '#/components/schemas/SourcePatch'}
      responses:
        '200':
          description: The source as it is now.
          headers:
            ETag: {$ref: '#/components/headers/ETag'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Source'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '412': {$ref: '#/components/responses/PreconditionFailed'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '428': {$ref: '#/components/responses/PreconditionRequired'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/changes:
    get:
      operationId: listChanges
      tags: [changes]
      summary: Reads what happened, in commit order.
      description: |
        One sequence for all resources, without gaps, tombstones included.
      parameters:
        - {$ref: '#/components/parameters/After'}
        - {$ref: '#/components/parameters/Limit'}
      responses:
        '200':
          description: The changes after the one given.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ChangePage'}
            application/x-ndjson:
              schema: {type: string, description: 'All changes after the one given, one a line.'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '410': {$ref: '#/components/responses/Gone'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports:
    get:
      operationId: listImports
      tags: [imports]
      summary: Lists the files seen in the watched folder.
      description: |
        In the order of their paths, as the database has them. A file that only waits for its turn has no row there yet, or one of
        an older version of it: it is shown as it stands now where its `path` is asked for, and where `waiting`, `queued` and
        `importing` are the only states asked for (alone or with `pathPrefix`). The status counts such files too.
      parameters:
        - {$ref: '#/components/parameters/ImportState'}
        - {$ref: '#/components/parameters/ImportReason'}
        - {$ref: '#/components/parameters/ImportPath'}
        - {$ref: '#/components/parameters/ImportPathBase64'}
        - {$ref: '#/components/parameters/ImportPathPrefix'}
        - {$ref: '#/components/parameters/Limit'}
        - {$ref: '#/components/parameters/Cursor'}
        - {$ref: '#/components/parameters/Count'}
      responses:
        '200':
          description: A page of the files that match, by path.
          headers:
            Link: {$ref: '#/components/headers/Link'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportPage'}
            application/x-ndjson:
              schema: {type: string, description: 'All matches from the cursor on, one file a line; limit and count have no say.'}
          links:
            GetImport: {$ref: '#/components/links/GetImport'}
            RetryImport: {$ref: '#/components/links/RetryImport'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/status:
    get:
      operationId: getImportStatus
      tags: [imports]
      summary: Says what the import is doing.
      responses:
        '200':
          description: The state of the import.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportStatus'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/{id}:
    parameters:
      - {$ref: '#/components/parameters/Id'}
    get:
      operationId: getImport
      tags: [imports]
      summary: Says what became of a file.
      description: |
        The `importId` of an article is the id of the file that it came from. A file on its way is shown as it stands now.
      responses:
        '200':
          description: The row of the file.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportRecord'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/retry:
    post:
      operationId: retryImports
      tags: [imports]
      summary: Has all files of a state tried again, although they have not changed.
      description: |
        Files are tried again by themselves when they change, or when a later version of the program reads more. This is for
        everything else: a cause that was removed, an article that was in the way.
      parameters:
        - {$ref: '#/components/parameters/RetriedState'}
        - {$ref: '#/components/parameters/RetriedReason'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '202':
          description: How many files were taken up.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/RetryResult'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/{id}/retry:
    post:
      operationId: retryImport
      tags: [imports]
      summary: Has one file tried again, although it has not changed.
      description: |
        The answer is the row as it stands then, on its way or through already. A file of another folder than the one that is watched
        now is 404.
      parameters:
        - {$ref: '#/components/parameters/Id'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '202':
          description: The row of the file.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportRecord'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '404': {$ref: '#/components/responses/NotFound'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/deletes/confirm:
    post:
      operationId: confirmImportDeletes
      tags: [imports]
      summary: Carries out the deletions that are held.
      description: |
        Where very many files are gone at once, or the folder is another one than before, the articles of the missing files stay
        untouched until they come back or somebody says here that they are gone for good. A folder that was replaced is accepted.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '200':
          description: How many deletions were carried out.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ConfirmResult'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/pause:
    post:
      operationId: pauseImport
      tags: [imports]
      summary: Has nothing of the watched folder read or written for now.
      description: |
        What is being written is ended first. The folder is still followed, clients can write, and nothing is lost: what comes meanwhile
        is taken after `POST /v1/imports/resume`, or when the service starts anew. `scan?wait=true` is 409 meanwhile.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '200':
          description: It is paused; `state` says so, `reason` is `requested`.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportStatus'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/resume:
    post:
      operationId: resumeImport
      tags: [imports]
      summary: Ends a pause.
      description: |
        A pause that the service has made by itself, as on a full disk, ends by itself.
      parameters:
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '200':
          description: The folder as it is now.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportStatus'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/scan:
    post:
      operationId: scanFolder
      tags: [imports]
      summary: Has the watched folder looked through.
      description: |
        With `wait=true` it is a barrier: the answer comes when nothing that was on the disk before the call is still waiting,
        queued or being imported.
      parameters:
        - {$ref: '#/components/parameters/Wait'}
        - {$ref: '#/components/parameters/WaitTimeout'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
      responses:
        '200':
          description: Everything that was there has been dealt with.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportStatus'}
        '202':
          description: The folder is being looked through.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ImportStatus'}
        '504': {$ref: '#/components/responses/ScanTimedOut'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/ImportConflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
  /v1/imports/preview:
    post:
      operationId: previewFile
      tags: [imports]
      summary: Shows what would become of a file, and stores nothing.
      description: |
        The content decides how the file is read; `filename`, or else the content type, only hints. What can't be read at all is 422
        with its `reason`, as a file in the folder would have it. With `filename` the content type may be missing, or be
        `application/x-www-form-urlencoded`, which `curl` sends unasked. Where clients are still taking so many answers that there is
        no room for this one it is 503 `overloaded`, as for a read.
      parameters:
        - {$ref: '#/components/parameters/Filename'}
      requestBody:
        required: true
        description: The file as it is; at most 32 MiB.
        content:
          text/plain:
            schema: {type: string}
            examples:
              Page: {$ref: '#/components/examples/Page'}
          text/html:
            schema: {type: string}
            examples:
              HTMLPage: {$ref: '#/components/examples/HTMLPage'}
          text/markdown:
            schema: {type: string}
            examples:
              MarkdownPage: {$ref: '#/components/examples/MarkdownPage'}
          application/json:
            schema: {}
            examples:
              Article: {$ref: '#/components/examples/Article'}
          application/x-ndjson:
            schema: {type: string}
            examples:
              ArticleLines: {$ref: '#/components/examples/ArticleLines'}
          application/rss+xml:
            schema: {type: string}
            examples:
              Feed: {$ref: '#/components/examples/Feed'}
          application/atom+xml:
            schema: {type: string}
          application/xml:
            schema: {type: string}
          text/xml:
            schema: {type: string}
          application/xhtml+xml:
            schema: {type: string}
          application/octet-stream:
            schema: {type: string, format: binary}
      responses:
        '200':
          description: The articles as they would be stored, and how they were found.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/FilePreview'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
  /v1/imports/reread:
    get:
      operationId: getReread
      tags: [imports]
      summary: Tells how far reading again has come, or what the last run came to.
      responses:
        '200':
          description: The run that is under way, or the last one since the service was started.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/RereadStatus'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
        '504': {$ref: '#/components/responses/TimedOut'}
    post:
      operationId: startReread
      tags: [imports]
      summary: Reads articles again from the pages and feeds that are kept of them.
      description: |
        With today's reader, and with what is known today of how their sources write dates. Without a filter all articles are read again. What
        the reader finds now replaces what it found then; a field that a client has changed since stays, and is told as a conflict. It runs
        in the background, one run at a time (409 while another one is under way); begun again after a crash, it finishes what is left. With
        `dryRun=true` nothing is written: the answer tells what would be different. With `wait=true` the answer comes when the run is over.
      parameters:
        - {$ref: '#/components/parameters/RereadDryRun'}
        - {$ref: '#/components/parameters/RereadExamples'}
        - {$ref: '#/components/parameters/Wait'}
        - {$ref: '#/components/parameters/WaitTimeout'}
        - {$ref: '#/components/parameters/IdempotencyKey'}
        - {$ref: '#/components/parameters/Entity'}
        - {$ref: '#/components/parameters/AnyEntity'}
        - {$ref: '#/components/parameters/NotEntity'}
        - {$ref: '#/components/parameters/EntityType'}
        - {$ref: '#/components/parameters/Tag'}
        - {$ref: '#/components/parameters/AnyTag'}
        - {$ref: '#/components/parameters/NotTag'}
        - {$ref: '#/components/parameters/Untagged'}
        - {$ref: '#/components/parameters/Event'}
        - {$ref: '#/components/parameters/AllEvent'}
        - {$ref: '#/components/parameters/Source'}
        - {$ref: '#/components/parameters/Language'}
        - {$ref: '#/components/parameters/DateStatus'}
        - {$ref: '#/components/parameters/From'}
        - {$ref: '#/components/parameters/To'}
        - {$ref: '#/components/parameters/Tz'}
        - {$ref: '#/components/parameters/Match'}
        - {$ref: '#/components/parameters/Within'}
        - {$ref: '#/components/parameters/Text'}
        - {$ref: '#/components/parameters/CreatedFrom'}
        - {$ref: '#/components/parameters/CreatedTo'}
        - {$ref: '#/components/parameters/UpdatedFrom'}
      responses:
        '200':
          description: The run is over.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/RereadStatus'}
        '202':
          description: The run has begun.
          headers:
            Idempotency-Replayed: {$ref: '#/components/headers/IdempotencyReplayed'}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/RereadStatus'}
        '504': {$ref: '#/components/responses/RereadTimedOut'}
        '400': {$ref: '#/components/responses/BadRequest'}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '403': {$ref: '#/components/responses/Forbidden'}
        '405': {$ref: '#/components/responses/MethodNotAllowed'}
        '406': {$ref: '#/components/responses/NotAcceptable'}
        '408': {$ref: '#/components/responses/RequestTimeout'}
        '409': {$ref: '#/components/responses/Conflict'}
        '413': {$ref: '#/components/responses/ContentTooLarge'}
        '414': {$ref: '#/components/responses/URITooLong'}
        '415': {$ref: '#/components/responses/UnsupportedMediaType'}
        '417': {$ref: '#/components/responses/ExpectationFailed'}
        '422': {$ref: '#/components/responses/Unprocessable'}
        '429': {$ref: '#/components/responses/TooManyRequests'}
        '431': {$ref: '#/components/responses/HeadersTooLarge'}
        '503': {$ref: '#/components/responses/Unavailable'}
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
      description: Made with `dateline token create`; `read` or `write`.
  parameters:
    # In the path
    Id:
      name: id
      in: path
      required: true
      description: A UUID in lower case.
      schema: {$ref: '#/components/schemas/Id'}
    EntityId:
      name: entityId
      in: path
      required: true
      description: The id of an entity.
      schema: {$ref: '#/components/schemas/Id'}
    EventId:
      name: eventId
      in: path
      required: true
      description: The id of an event.
      schema: {$ref: '#/components/schemas/Id'}
    TagName:
      name: name
      in: path
      required: true
      description: The name of a tag, in any case.
      schema: {$ref: '#/components/schemas/TagName'}
    TagKey:
      name: name
      in: path
      required: true
      description: The name of a tag, in any case; what can't be one is no tag.
      schema: {type: string, minLength: 1}
      example: 'geo:gaza'
    SourceName:
      name: name
      in: path
      required: true
      description: The name of a source, in any case.
      schema: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
      example: NewsTrack
    Slug:
      name: slug
      in: path
      required: true
      description: The last part of a problem's type.
      schema: {$ref: '#/components/schemas/ProblemSlug'}

    Filename:
      name: filename
      in: query
      description: The name that the file has; its extension hints at the format.
      schema: {type: string, minLength: 1, maxLength: 255, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
      example: page.html

    # Paging
    Limit:
      name: limit
      in: query
      description: The most items of a page. One that comes to 8 MiB ends before that; only without `nextCursor` it is the last.
      schema: {type: integer, minimum: 1, maximum: 200, default: 50}
    FacetLimit:
      name: limit
      in: query
      description: The most buckets of each facet.
      schema: {type: integer, minimum: 1, maximum: 200, default: 20}
    Cursor:
      name: cursor
      in: query
      description: The `nextCursor` of the page before, with the same filters and order; 400 with others.
      schema: {type: string, minLength: 1, maxLength: 6144}
    Count:
      name: count
      in: query
      description: Whether `total` is wanted.
      schema: {type: boolean, default: false}

    # Filters
    Entity:
      name: entity
      in: query
      description: Id, name or alias; blind to case and accents. Repeated, all of them. (Of an event, who takes part, or the place.)
      schema: {$ref: '#/components/schemas/EntitySelectors'}
    AnyEntity:
      name: anyEntity
      in: query
      description: As `entity`; repeated, at least one of them.
      schema: {$ref: '#/components/schemas/EntitySelectors'}
    NotEntity:
      name: notEntity
      in: query
      description: As `entity`; repeated, none of them.
      schema: {$ref: '#/components/schemas/EntitySelectors'}
    EntityType:
      name: entityType
      in: query
      description: Mentions at least one entity of that type; repeated, of any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/EntityType'}}
    Tag:
      name: tag
      in: query
      description: The name of a tag, or its beginning with a `*` (`geo:*`). Repeated, all of them.
      schema: {$ref: '#/components/schemas/TagSelectors'}
    AnyTag:
      name: anyTag
      in: query
      description: As `tag`; repeated, at least one of them.
      schema: {$ref: '#/components/schemas/TagSelectors'}
    NotTag:
      name: notTag
      in: query
      description: As `tag`; repeated, none of them.
      schema: {$ref: '#/components/schemas/TagSelectors'}
    Untagged:
      name: untagged
      in: query
      description: Only what has no tag at all.
      schema: {type: boolean, default: false}
    Event:
      name: event
      in: query
      description: The id of an event; repeated, any of them. An id of another form fits nothing.
      schema: {type: array, maxItems: 50, items: {type: string}}
    AllEvent:
      name: allEvent
      in: query
      description: The id of an event; repeated, all of them. An id of another form fits nothing.
      schema: {type: array, maxItems: 50, items: {type: string}}
    ArticleId:
      name: article
      in: query
      description: The id of an article that tells of it; repeated, any of them. An id of another form fits nothing.
      schema: {type: array, maxItems: 50, items: {type: string}}
    Source:
      name: source
      in: query
      description: The name of a source; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/Name'}}
    Language:
      name: language
      in: query
      description: A BCP 47 language tag; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/Language'}}
    DateStatus:
      name: dateStatus
      in: query
      description: How sure the publication date is; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/DateStatus'}}
    From:
      name: from
      in: query
      description: Not before this date, inclusive at its own precision. What is undated is in no range.
      schema: {$ref: '#/components/schemas/ZonedPartialDateInput'}
      example: '2024-03-25'
    To:
      name: to
      in: query
      description: |
        Not after this date, inclusive at its own precision (`from=2024-03&to=2024-03` is the month). An end before the start is 400.
      schema: {$ref: '#/components/schemas/ZonedPartialDateInput'}
      example: '2024-03-26'
    Tz:
      name: tz
      in: query
      description: The IANA time zone in which bounds without a time, or without an offset, are meant; UTC where none is given.
      schema: {$ref: '#/components/schemas/TimeZone'}
    Match:
      name: match
      in: query
      description: Whether the interval may overlap the range (`possible`) or has to lie within it (`certain`).
      schema: {type: string, enum: [possible, certain], default: possible}
    Within:
      name: within
      in: query
      description: The article's interval lies within that of this date, whatever `from`, `to` and `match` say.
      schema: {$ref: '#/components/schemas/PartialDateInput'}
      example: '2024-03'
    Text:
      name: q
      in: query
      description: |
        Full text: words (all must occur), `"a phrase"`, `a OR b`, `-without`, `prefix*`; at most 32 terms. Any text is safe:
        what isn't this syntax is words.
      schema: {type: string, maxLength: 512}
      example: '"cease-fire talks" OR truce'
    CreatedFrom:
      name: createdFrom
      in: query
      description: Stored in the service at this time or later.
      schema: {$ref: '#/components/schemas/ZonedPartialDateInput'}
    CreatedTo:
      name: createdTo
      in: query
      description: Stored in the service at this time or earlier, inclusive at its own precision.
      schema: {$ref: '#/components/schemas/ZonedPartialDateInput'}
    UpdatedFrom:
      name: updatedFrom
      in: query
      description: Changed in the service at this time or later.
      schema: {$ref: '#/components/schemas/ZonedPartialDateInput'}
    EntityPrefix:
      name: q
      in: query
      description: The beginning of a name or alias; blind to case and accents.
      schema: {type: string, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
      example: blink
    EntityTypes:
      name: type
      in: query
      description: The type; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/EntityType'}}
    Identifier:
      name: identifier
      in: query
      description: Scheme and value, as in `wikidata:Q7747`; repeated, any of them.
      schema:
        type: array
        maxItems: 50
        items: {type: string, minLength: 3, maxLength: 351, pattern: '^[!-9;-~]{1,50}:[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
    EventStatus:
      name: status
      in: query
      description: The status; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/EventStatus'}}
    TagPrefix:
      name: q
      in: query
      description: The beginning of the name; blind to case and accents.
      schema: {type: string, maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
      example: 'geo:'
    ImportState:
      name: state
      in: query
      description: The state; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {$ref: '#/components/schemas/ImportState'}}
    ImportReason:
      name: reason
      in: query
      description: The reason; repeated, any of them.
      schema: {type: array, maxItems: 50, items: {type: string, minLength: 1, maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}}
    ImportPath:
      name: path
      in: query
      description: The path below the watched folder, exactly; at most 8000 bytes. A file that was moved is also found by its `origin`.
      schema: {type: string, minLength: 1, maxLength: 8000, pattern: '^[^\x00]*$'}
    ImportPathBase64:
      name: pathBase64
      in: query
      description: The same as `path`, instead of it, where the path isn't UTF-8; as `pathBase64` of a file says it. `+` has to be written as `%2B`.
      schema: {type: string, contentEncoding: base64, minLength: 4, maxLength: 8000, pattern: '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$'}
      example: Y2Fm6S50eHQ=
    ImportPathPrefix:
      name: pathPrefix
      in: query
      description: The beginning of the path below the watched folder.
      schema: {type: string, minLength: 1, maxLength: 8000, pattern: '^[^\x00]*$'}
    RetriedState:
      name: state
      in: query
      required: true
      description: Which files to try again.
      schema: {type: string, enum: [failed, partial, retrying, skipped]}
      example: failed
    RetriedReason:
      name: reason
      in: query
      description: Only those with this reason.
      schema: {type: string, minLength: 1, maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
      example: too-large

    # Order and form
    ArticleSort:
      name: sort
      in: query
      description: Undated articles come last in the orders by date. `relevance` needs `q` (400).
      schema:
        type: string
        enum: [-datePublished, datePublished, -createdAt, createdAt, -updatedAt, relevance]
        x-enum-varnames: [newestPublished, oldestPublished, newestCreated, oldestCreated, newestUpdated, relevance]
        default: -datePublished
    EntitySort:
      name: sort
      in: query
      schema:
        type: string
        enum: [name, -articleCount, -lastPublished]
        x-enum-varnames: [name, mostArticles, lastPublished]
        default: name
    EventSort:
      name: sort
      in: query
      description: Events without a date come last in the orders by date.
      schema:
        type: string
        enum: [-startDate, startDate, -articleCount]
        x-enum-varnames: [newest, oldest, mostArticles]
        default: -startDate
    TagSort:
      name: sort
      in: query
      schema:
        type: string
        enum: [name, -articleCount]
        x-enum-varnames: [name, mostArticles]
        default: name
    Fields:
      name: fields
      in: query
      description: Only these fields of each item, separated by commas; `id` always comes along.
      schema:
        type: string
        maxLength: 500
        pattern: '^(id|version|headline|body|abstract|byline|source|url|language|datePublished|dateModified|dateStatus|tags|mentions|events|wordCount|contentHash|importId|sourceMissingSince|createdAt|updatedAt|highlights)(,(id|version|headline|body|abstract|byline|source|url|language|datePublished|dateModified|dateStatus|tags|mentions|events|wordCount|contentHash|importId|sourceMissingSince|createdAt|updatedAt|highlights))*$'
      example: headline,datePublished
    Include:
      name: include
      in: query
      description: Has the items carry `body`.
      schema: {type: string, enum: [body]}
    Facet:
      name: facet
      in: query
      required: true
      description: What to count by; repeated, each of them.
      schema:
        type: array
        minItems: 1
        maxItems: 50
        items: {$ref: '#/components/schemas/FacetName'}

    # What to do
    OnConflict:
      name: onConflict
      in: query
      description: Where the URL is taken, fail with 409 (`error`), answer the stored article (`return`) or replace it (`update`).
      schema: {type: string, enum: [error, return, update], default: error}
    Atomic:
      name: atomic
      in: query
      description: Whether one failure undoes all.
      schema: {type: boolean, default: false}
    Wait:
      name: wait
      in: query
      description: Whether to answer only when everything is dealt with.
      schema: {type: boolean, default: false}
    WaitTimeout:
      name: timeout
      in: query
      description: How many seconds to wait at most.
      schema: {type: integer, minimum: 1, maximum: 600, default: 60}
    RereadDryRun:
      name: dryRun
      in: query
      description: Whether only to tell what would be different.
      schema: {type: boolean, default: false}
    RereadExamples:
      name: examples
      in: query
      description: How many of the articles that are different are shown; all are counted.
      schema: {type: integer, minimum: 0, maximum: 200, default: 50}
    After:
      name: after
      in: query
      description: The sequence of the last change that is known already; 0 for none.
      schema: {type: integer, format: int64, minimum: 0, maximum: 9223372036854775807, default: 0}

    # Headers
    IfMatch:
      name: If-Match
      in: header
      description: Entity tags one of which the resource has to have, or `*` (RFC 9110 §13.1.1).
      schema: {type: string, maxLength: 1024, pattern: '^(\*|(W/)?"[!#-~]*"([ \t]*,[ \t]*(W/)?"[!#-~]*")*)$'}
    IfNoneMatch:
      name: If-None-Match
      in: header
      description: Entity tags under which the client knows the resource (RFC 9110 §13.1.2).
      schema: {type: string, maxLength: 1024, pattern: '^(\*|(W/)?"[!#-~]*"([ \t]*,[ \t]*(W/)?"[!#-~]*")*)$'}
    IfNoneMatchStar:
      name: If-None-Match
      in: header
      description: '`*` where the resource may not exist yet.'
      schema: {type: string, enum: ['*']}
    IdempotencyKey:
      name: Idempotency-Key
      in: header
      description: Chosen by the client for this request and its repetitions; the first answer is kept for 24 hours.
      schema: {type: string, minLength: 1, maxLength: 255, pattern: '^[!-~]{1,255}$'}

  headers:
    ETag:
      description: >-
        Strong: the version of the resource and, after a dot, a digest of the fields that follow other resources by themselves
        (counts, first and last publication, linking). If-Match looks at the version alone.
      required: true
      schema: {type: string, pattern: '^"[!#-~]+"$'}
    ReprDigest:
      description: The SHA-256 of the content (RFC 9530).
      required: true
      schema: {type: string, pattern: '^sha-256=:[A-Za-z0-9+/]{43}=:$'}
    Location:
      description: Where the resource is.
      required: true
      schema: {type: string, format: uri-reference}
    Content-Location:
      description: Where the resource is; another address than before where it was renamed.
      required: true
      schema: {type: string, format: uri-reference}
    Link:
      description: The next page, where there is one (RFC 8288), with `rel="next"`.
      schema: {type: string}
    IdempotencyReplayed:
      description: '`true` where this is the kept answer of an earlier request with the same Idempotency-Key.'
      schema: {type: string, enum: ['true']}
    RetryAfter:
      description: Seconds after which to try again.
      required: true
      schema: {type: integer, minimum: 0}
    Allow:
      description: The methods of this path.
      required: true
      schema: {type: string}

  links:
    GetArticle: {operationId: getArticle, parameters: {id: $response.body#/id}}
    GetProvenance: {operationId: getProvenance, parameters: {id: $response.body#/id}}
    ReplaceArticle: {operationId: replaceArticle, parameters: {id: $response.body#/id}}
    UpdateArticle: {operationId: updateArticle, parameters: {id: $response.body#/id}}
    DeleteArticle: {operationId: deleteArticle, parameters: {id: $response.body#/id}}
    ReplaceArticleTags: {operationId: replaceArticleTags, parameters: {id: $response.body#/id}}
    AddArticleTag: {operationId: addArticleTag, parameters: {id: $response.body#/id}}
    GetEntity: {operationId: getEntity, parameters: {id: $response.body#/id}}
    ReplaceEntity: {operationId: replaceEntity, parameters: {id: $response.body#/id}}
    UpdateEntity: {operationId: updateEntity, parameters: {id: $response.body#/id}}
    DeleteEntity: {operationId: deleteEntity, parameters: {id: $response.body#/id}}
    ReplaceEntityTags: {operationId: replaceEntityTags, parameters: {id: $response.body#/id}}
    AddEntityTag: {operationId: addEntityTag, parameters: {id: $response.body#/id}}
    GetImport: {operationId: getImport, parameters: {id: $response.body#/items/0/id}}
    RetryImport: {operationId: retryImport, parameters: {id: $response.body#/items/0/id}}
    GetEvent: {operationId: getEvent, parameters: {id: $response.body#/id}}
    ReplaceEvent: {operationId: replaceEvent, parameters: {id: $response.body#/id}}
    UpdateEvent: {operationId: updateEvent, parameters: {id: $response.body#/id}}
    DeleteEvent: {operationId: deleteEvent, parameters: {id: $response.body#/id}}
    ReplaceEventTags: {operationId: replaceEventTags, parameters: {id: $response.body#/id}}
    AddEventTag: {operationId: addEventTag, parameters: {id: $response.body#/id}}
    GetTag: {operationId: getTag, parameters: {name: $response.body#/name}}
    UpdateTag: {operationId: updateTag, parameters: {name: $response.body#/name}}
    DeleteTag: {operationId: deleteTag, parameters: {name: $response.body#/name}}

  responses:
    NotModified:
      description: The client's copy is up to date.
      headers:
        ETag: {$ref: '#/components/headers/ETag'}
    BadRequest:
      description: The request can't be understood, such as JSON that isn't, an unknown parameter, a bad value or cursor (`bad-request`).
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
          examples:
            BadParameter: {$ref: '#/components/examples/BadParameter'}
    Unauthorized:
      description: A token is needed, or the one sent isn't valid (`unauthorized`).
      headers:
        WWW-Authenticate: {schema: {type: string}}
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    Forbidden:
      description: The `Host` or the `Origin` isn't one that may ask, or the token doesn't allow it (`forbidden`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    NotFound:
      description: There is no such resource (`not-found`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    MethodNotAllowed:
      description: The path has no such method (`method-not-allowed`).
      headers:
        Allow: {$ref: '#/components/headers/Allow'}
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    NotAcceptable:
      description: The answer doesn't come in any form that `Accept` takes (`not-acceptable`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    RequestTimeout:
      description: The request came too slowly (`request-timeout`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    Conflict:
      description: |
        A value that has to be unique is taken (`conflict`; `existing` says by what), the id belonged to something deleted, or
        the first request with this Idempotency-Key is still running.
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
          examples:
            Taken: {$ref: '#/components/examples/Taken'}
    ImportConflict:
      description: |
        No folder is watched, or the file is gone (`conflict`), or the first request with this Idempotency-Key is still running.
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
          examples:
            NoFolder: {$ref: '#/components/examples/NoFolder'}
    Gone:
      description: Changes that old are no longer kept (`gone`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    PreconditionFailed:
      description: The resource is at another version than `If-Match` asks for, or exists against `If-None-Match` (`precondition-failed`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    ContentTooLarge:
      description: The body is larger than this path takes (`content-too-large`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    URITooLong:
      description: Path and query are longer than 8 KiB (`uri-too-long`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    UnsupportedMediaType:
      description: The `Content-Type` isn't one that this path takes, or is missing (`unsupported-media-type`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    ExpectationFailed:
      description: '`Expect` asks for something other than `100-continue` (`expectation-failed`).'
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    Unprocessable:
      description: |
        The fields sent can't be accepted (`validation`): also what no schema can say, such as an id that doesn't exist, an end
        before the start, or a computed field that is changed. Or the Idempotency-Key was used for another request
        (`idempotency-mismatch`).
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
          examples:
            Invalid: {$ref: '#/components/examples/Invalid'}
    PreconditionRequired:
      description: The service is set up to demand `If-Match` (`precondition-required`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    TooManyRequests:
      description: The token has made more requests than the service is set up to take of one (`too-many-requests`).
      headers:
        Retry-After: {$ref: '#/components/headers/RetryAfter'}
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    HeadersTooLarge:
      description: The header fields are larger or more than the service takes (`headers-too-large`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    Unavailable:
      description: The service can't do this now (`unavailable`); `reason` says why.
      headers:
        Retry-After: {$ref: '#/components/headers/RetryAfter'}
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    TimedOut:
      description: The store took longer than a read may (`timeout`); a narrower question may succeed.
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
    ScanTimedOut:
      description: Not everything was dealt with in time (`timeout`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/ScanProblem'}}
    RereadTimedOut:
      description: The run isn't over yet, and goes on (`timeout`).
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/RereadProblem'}}

  schemas:
    # Values
    Id:
      type: string
      format: uuid
      description: A UUID (RFC 9562) in lower case; those that the service makes are version 7.
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
      examples: [018f3c1e-7b1a-7c3d-9e4f-0123456789ab]
    Timestamp:
      type: string
      format: date-time
      description: An exact instant in UTC.
      examples: ['2024-03-26T22:16:05.123Z']
    PartialDate:
      type: string
      description: A date as precise as it is known.
      pattern: '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?)?)?$'
      examples: ['2024-03-26', '2024-03-26T22:16Z']
    PartialDateInput:
      type: string
      description: |
        A date as precise as it is known: year, month, day, minute or second. A time has `Z` or an offset; it is kept in UTC, and
        fractions of a second are dropped. A leap second is taken too.
      maxLength: 40
      pattern: '^((000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})(-(0[1-9]|1[0-2]))?|((000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))|(\d{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)([Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d))?)$'
      examples: ['2024-03-26', '2024-03-26T22:16Z']
    ZonedPartialDateInput:
      type: string
      description: As any partial date; but a time may stand without `Z` or offset where a zone is known, of the source or in `tz` (422 and 400 else).
      maxLength: 40
      pattern: '^((000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})(-(0[1-9]|1[0-2]))?|((000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))|(\d{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)([Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)$'
      examples: ['2024-03-26', '2024-03-26T22:16Z']
    TimeZone:
      type: string
      description: The IANA name of a time zone.
      maxLength: 64
      pattern: '^(UTC|[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+)$'
      examples: [Asia/Riyadh]
    Language:
      type: string
      description: A language tag, well formed by BCP 47.
      maxLength: 35
      pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8}|-[A-Za-z0-9]-[A-Za-z0-9]{2,8})*$'
      examples: [en, pt-BR]
    WebAddress:
      type: string
      description: An absolute http or https URL without user information.
      maxLength: 2048
      pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\s\x00-\x1f\x7f-\x9f<>\x22\\^`{|}]+([/?#][^\s\x00-\x1f\x7f-\x9f<>\x22\\^`{|}]*)?$'
      examples: ['https://example.org/2024/03/26/talks']
    Name:
      type: string
      description: Unique without regard to case, accents and width. At least one character has to be visible.
      minLength: 1
      maxLength: 300
      pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'
      examples: [Antony Blinken]
    TagName:
      type: string
      description: Unique without regard to case, accents and width; the first spelling is kept. No comma, slash, asterisk or invisible character.
      minLength: 1
      maxLength: 100
      pattern: '^(?!\.{1,2}$)[^\x00-\x1f\x7f-\x9f,/*\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]*[^\s\x00-\x1f\x7f-\x9f,/*\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb][^\x00-\x1f\x7f-\x9f,/*\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]*$'
      examples: ['geo:gaza']
    TagNames:
      type: array
      maxItems: 1000
      items: {$ref: '#/components/schemas/TagName'}
    EntitySelectors:
      type: array
      maxItems: 50
      items: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
    TagSelectors:
      type: array
      maxItems: 50
      items: {type: string, minLength: 1, maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
    DateStatus:
      type: string
      description: Whether the text or the client says the date, it was worked out, or there is none.
      enum: [stated, inferred, unknown]
    EntityType:
      type: string
      enum: [person, organization, place, other]
    EventStatus:
      type: string
      enum: [scheduled, happened, cancelled, postponed]
    DateOrder:
      type: string
      description: In what order an outlet writes day, month and year in numbers.
      enum: [dmy, mdy, ymd]
    FacetName:
      type: string
      enum: [tag, entity, source, language, event, year, month, day]
    ImportState:
      type: string
      enum: [waiting, queued, importing, done, partial, retrying, failed, skipped, missing]
    ProblemSlug:
      type: string
      enum:
        - validation
        - bad-request
        - unauthorized
        - forbidden
        - not-found
        - method-not-allowed
        - not-acceptable
        - request-timeout
        - conflict
        - gone
        - precondition-failed
        - content-too-large
        - uri-too-long
        - unsupported-media-type
        - expectation-failed
        - idempotency-mismatch
        - precondition-required
        - too-many-requests
        - headers-too-large
        - unavailable
        - timeout

    # The service
    ServiceDescription:
      type: object
      required: [name, version, resources]
      properties:
        name: {type: string, examples: [dateline]}
        version: {type: string, examples: [1.0.0]}
        resources:
          type: object
          description: The path of each collection, by its name.
          required: [articles, entities, events, tags, sources, changes, imports]
          additionalProperties: {type: string}
          properties:
            articles: {type: string, examples: [/v1/articles]}
            entities: {type: string}
            events: {type: string}
            tags: {type: string}
            sources: {type: string}
            changes: {type: string}
            imports: {type: string}
    Health:
      type: object
      required: [status]
      properties:
        status: {type: string, enum: [ok]}
    Readiness:
      type: object
      required: [status]
      properties:
        status: {type: string, enum: [ok]}
        warnings:
          type: array
          description: What isn't as it should be, though requests are answered; absent where there is nothing to tell.
          minItems: 1
          items:
            type: object
            required: [part, detail]
            properties:
              part:
                type: string
                description: >-
                  What it is about: `linking` (the search for new names in stored articles), `text-index` (its merging after much was imported),
                  `retention` (dropping old pages), `tokens` (the tokens file), `inbox` (the watched folder; see `GET /v1/imports/status`),
                  `log` (the database's log grows), `foreign-writer` (another program has written into the database; it stands until the next start). Others may come.
              detail: {type: string, description: A sentence for people.}
    Problem:
      type: object
      description: RFC 9457.
      required: [type, title, status, detail]
      properties:
        type: {type: string, format: uri-reference, description: '`/problems/` and a slug.', pattern: '^/problems/[a-z-]+$'}
        title: {type: string}
        status: {type: integer, minimum: 400, maximum: 599}
        detail: {type: string}
        instance: {type: string, format: uri-reference, description: The request it is about.}
        errors:
          type: array
          description: Everything that is wrong; at most 100.
          maxItems: 100
          items: {$ref: '#/components/schemas/Fault'}
        errorCount: {type: integer, minimum: 1, description: 'How many faults there are, where more than are listed.'}
        existing: {$ref: '#/components/schemas/Id', description: The resource that has the value already.}
        line: {type: integer, minimum: 1, description: Where the JSON or the file is broken.}
        byteOffset: {type: integer, minimum: 0, description: Where the JSON or the file is broken.}
        reason:
          type: string
          description: |
            Why the service can't answer now (503): `disk-full`, `read-only`, `overloaded`, `shutting-down` or `storage-error`. Or why a
            file can't be read (422), such as `empty`, `binary-content`, `parse-failed`, `entity-forbidden`.
    Fault:
      type: object
      required: [code, detail]
      properties:
        pointer: {type: string, description: 'JSON Pointer (RFC 6901) to the field; empty for the whole body.'}
        parameter: {type: string, description: The name of the query parameter or header.}
        code:
          type: string
          enum:
            - required
            - type
            - empty
            - too-long
            - too-many
            - too-complex
            - control-character
            - combining-marks
            - format
            - out-of-range
            - zone-missing
            - unknown-field
            - unknown-parameter
            - unknown-value
            - read-only
            - duplicate
            - not-found
            - inconsistent
            - cycle
        detail: {type: string}
    ScanProblem:
      type: object
      description: A problem with the state of the import.
      required: [type, title, status, detail, import]
      properties:
        type: {type: string, format: uri-reference}
        title: {type: string}
        status: {type: integer, minimum: 400, maximum: 599}
        detail: {type: string}
        instance: {type: string, format: uri-reference}
        import: {$ref: '#/components/schemas/ImportStatus'}
    RereadProblem:
      type: object
      description: A problem with the state of the run.
      required: [type, title, status, detail, reread]
      properties:
        type: {type: string, format: uri-reference}
        title: {type: string}
        status: {type: integer, minimum: 400, maximum: 599}
        detail: {type: string}
        instance: {type: string, format: uri-reference}
        reread: {$ref: '#/components/schemas/RereadStatus'}

    # References
    EntityReference:
      type: object
      required: [id, type, name]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        type: {$ref: '#/components/schemas/EntityType'}
        name: {type: string}
    EventReference:
      type: object
      required: [id, name, startDate]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        name: {type: string}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
    EntityName:
      type: object
      description: An entity by name or alias; made where there is none.
      additionalProperties: false
      required: [name]
      properties:
        name: {$ref: '#/components/schemas/Name'}
        type: {anyOf: [{$ref: '#/components/schemas/EntityType'}, {type: 'null'}]}

    # Articles
    Mention:
      type: object
      description: That the article speaks of an entity.
      required: [entity, count, surfaces, status, linkedBy]
      properties:
        entity: {$ref: '#/components/schemas/EntityReference'}
        count: {type: integer, minimum: 0, description: How often a name was found in headline and body.}
        surfaces: {type: array, maxItems: 20, items: {type: string}, description: The spellings found.}
        status: {type: string, enum: [auto, manual], description: Found by the service or made by a client.}
        linkedBy: {type: string, enum: [name, alias, weakAlias, client]}
    MentionWrite:
      type: object
      additionalProperties: false
      required: [entity]
      properties:
        entity:
          anyOf: [{$ref: '#/components/schemas/Id'}, {$ref: '#/components/schemas/EntityName'}]
    MentionEcho:
      type: object
      description: A mention as it was read. Only those made by hand are set by it.
      additionalProperties: false
      required: [entity]
      properties:
        entity: {$ref: '#/components/schemas/EntityEcho'}
        count: {type: integer, minimum: 0}
        surfaces: {type: array, maxItems: 20, items: {type: string}}
        status: {type: string, enum: [auto, manual]}
        linkedBy: {type: string, enum: [name, alias, weakAlias, client]}
    EntityEcho:
      type: object
      description: An entity as it was read; the id counts.
      additionalProperties: false
      required: [id]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        type: {$ref: '#/components/schemas/EntityType'}
        name: {type: string}
    EventEcho:
      type: object
      description: An event as it was read; the id counts.
      additionalProperties: false
      required: [id]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        name: {type: string}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
    Article:
      type: object
      required:
        - id
        - version
        - headline
        - body
        - abstract
        - byline
        - source
        - url
        - language
        - datePublished
        - dateModified
        - dateStatus
        - tags
        - mentions
        - events
        - wordCount
        - contentHash
        - importId
        - createdAt
        - updatedAt
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        headline: {type: string}
        body: {type: [string, 'null']}
        abstract: {type: [string, 'null']}
        byline: {type: [string, 'null']}
        source: {type: [string, 'null'], description: The name of the outlet.}
        url: {type: [string, 'null']}
        language: {type: [string, 'null']}
        datePublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateStatus: {$ref: '#/components/schemas/DateStatus'}
        tags: {type: array, items: {type: string}}
        mentions: {type: array, items: {$ref: '#/components/schemas/Mention'}}
        events: {type: array, items: {$ref: '#/components/schemas/EventReference'}}
        wordCount: {type: integer, minimum: 0}
        contentHash: {type: string, pattern: '^sha256:[0-9a-f]{64}$', description: 'SHA-256 of headline, newline and body.'}
        importId: {type: [string, 'null'], format: uuid, description: The file that brought it.}
        sourceMissingSince: {$ref: '#/components/schemas/Timestamp', description: Since when the last file that brought it is gone from the watched folder; only while it is.}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    ArticleItem:
      type: object
      description: An article in a list. Fields are left out as the query says.
      required: [id]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        headline: {type: string}
        body: {type: [string, 'null'], description: Only with `include=body`.}
        abstract: {type: [string, 'null']}
        byline: {type: [string, 'null']}
        source: {type: [string, 'null']}
        url: {type: [string, 'null']}
        language: {type: [string, 'null']}
        datePublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateStatus: {$ref: '#/components/schemas/DateStatus'}
        tags: {type: array, items: {type: string}}
        mentions: {type: array, items: {$ref: '#/components/schemas/Mention'}}
        events: {type: array, items: {$ref: '#/components/schemas/EventReference'}}
        wordCount: {type: integer, minimum: 0}
        contentHash: {type: string, pattern: '^sha256:[0-9a-f]{64}$'}
        importId: {type: [string, 'null'], format: uuid}
        sourceMissingSince: {$ref: '#/components/schemas/Timestamp'}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
        highlights: {$ref: '#/components/schemas/Highlights'}
    Highlights:
      type: object
      description: Only with `q`. HTML-escaped text with `<mark>` around what was found.
      required: [headline, body]
      properties:
        headline: {type: string}
        body: {type: string}
    ArticlePage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/ArticleItem'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    ArticleCreate:
      type: object
      description: What a client sets on an article. `null` counts as absent.
      additionalProperties: false
      required: [headline]
      properties:
        headline: {type: string, minLength: 1, maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        body: {type: [string, 'null'], maxLength: 5242880, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$', description: At most 5 MiB of UTF-8.}
        abstract: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        byline: {type: [string, 'null'], maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
        source: {type: [string, 'null'], maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*$', description: The name of the outlet.}
        url: {anyOf: [{$ref: '#/components/schemas/WebAddress'}, {type: 'null'}]}
        language: {anyOf: [{$ref: '#/components/schemas/Language'}, {type: 'null'}]}
        datePublished: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateStatus:
          description: Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).
          anyOf: [{$ref: '#/components/schemas/DateStatus'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        mentions:
          type: [array, 'null']
          description: Links made by hand. An id that doesn't exist is 422.
          maxItems: 10000
          items:
            anyOf: [{$ref: '#/components/schemas/MentionWrite'}, {$ref: '#/components/schemas/EntityName'}]
        events:
          type: [array, 'null']
          description: Ids of events. One that doesn't exist is 422.
          maxItems: 1000
          items: {$ref: '#/components/schemas/Id'}
        autolink:
          type: [boolean, 'null']
          description: Whether known entities found in headline and body are linked; true where none is sent. Never read back.
    ArticlePatch:
      type: object
      description: What is to change; null takes away.
      additionalProperties: false
      properties:
        headline: {type: string, minLength: 1, maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        body: {type: [string, 'null'], maxLength: 5242880, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$', description: At most 5 MiB of UTF-8.}
        abstract: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        byline: {type: [string, 'null'], maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
        source: {type: [string, 'null'], maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*$', description: The name of the outlet.}
        url: {anyOf: [{$ref: '#/components/schemas/WebAddress'}, {type: 'null'}]}
        language: {anyOf: [{$ref: '#/components/schemas/Language'}, {type: 'null'}]}
        datePublished: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateStatus:
          description: Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).
          anyOf: [{$ref: '#/components/schemas/DateStatus'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        mentions:
          type: [array, 'null']
          description: Links made by hand. An id that doesn't exist is 422.
          maxItems: 10000
          items:
            anyOf: [{$ref: '#/components/schemas/MentionWrite'}, {$ref: '#/components/schemas/EntityName'}]
        events:
          type: [array, 'null']
          description: Ids of events. One that doesn't exist is 422.
          maxItems: 1000
          items: {$ref: '#/components/schemas/Id'}
        autolink:
          type: [boolean, 'null']
          description: Whether known entities found in headline and body are linked; true where none is sent. Never read back.
    ArticleReplace:
      type: object
      description: What a client sets on an article. Computed fields may be echoed as they are (422 else).
      additionalProperties: false
      required: [headline]
      properties:
        headline: {type: string, minLength: 1, maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        body: {type: [string, 'null'], maxLength: 5242880, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$', description: At most 5 MiB of UTF-8.}
        abstract: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        byline: {type: [string, 'null'], maxLength: 1000, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
        source: {type: [string, 'null'], maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*$', description: The name of the outlet.}
        url: {anyOf: [{$ref: '#/components/schemas/WebAddress'}, {type: 'null'}]}
        language: {anyOf: [{$ref: '#/components/schemas/Language'}, {type: 'null'}]}
        datePublished: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/ZonedPartialDateInput'}, {type: 'null'}]}
        dateStatus:
          description: Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).
          anyOf: [{$ref: '#/components/schemas/DateStatus'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        autolink:
          type: [boolean, 'null']
          description: Whether known entities found in headline and body are linked; as stored before where none is sent, else true. Never read back.
        mentions:
          type: [array, 'null']
          description: Links made by hand; automatic ones may be echoed and stay the program's.
          maxItems: 10000
          items:
            anyOf:
              - {$ref: '#/components/schemas/MentionWrite'}
              - {$ref: '#/components/schemas/EntityName'}
              - {$ref: '#/components/schemas/MentionEcho'}
        events:
          type: [array, 'null']
          description: Ids of events, or the events as they were read.
          maxItems: 1000
          items:
            anyOf: [{$ref: '#/components/schemas/Id'}, {$ref: '#/components/schemas/EventEcho'}]
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        wordCount: {type: integer, minimum: 0}
        contentHash: {type: string}
        importId: {type: [string, 'null'], format: uuid}
        sourceMissingSince: {$ref: '#/components/schemas/Timestamp'}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    BatchResult:
      type: object
      required: [items]
      properties:
        items:
          type: array
          items:
            type: object
            title: BatchItem
            required: [index, status]
            properties:
              index: {type: integer, minimum: 0, description: Its place in what was sent.}
              status: {type: integer, minimum: 200, maximum: 599, description: What the item alone would have been answered.}
              id: {$ref: '#/components/schemas/Id'}
              problem: {$ref: '#/components/schemas/Problem', description: Of its faults at most ten are listed.}
    Facets:
      type: object
      required: [facets]
      properties:
        facets:
          type: object
          description: The buckets of each facet asked for.
          additionalProperties:
            type: array
            items: {$ref: '#/components/schemas/FacetBucket'}
    FacetBucket:
      type: object
      required: [value, label, count, query]
      properties:
        value: {type: string, description: 'What a filter takes: an id, a name, a language or a date.'}
        label: {type: string, description: What a person reads.}
        count: {type: integer, minimum: 1}
        query: {type: string, description: The query that lists exactly these articles.}

    # Entities
    Entity:
      type: object
      required:
        - id
        - version
        - type
        - name
        - aliases
        - weakAliases
        - description
        - identifiers
        - tags
        - articleCount
        - firstPublished
        - lastPublished
        - linking
        - createdAt
        - updatedAt
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        type: {$ref: '#/components/schemas/EntityType'}
        name: {type: string}
        aliases: {type: array, items: {type: string}}
        weakAliases: {type: array, items: {type: string}}
        description: {type: [string, 'null']}
        identifiers: {type: object, additionalProperties: {type: string}}
        tags: {type: array, items: {type: string}}
        articleCount: {type: integer, minimum: 0}
        firstPublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        lastPublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        linking: {type: string, enum: [pending, done], description: Whether stored articles are still being searched for its names.}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    EntityPage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/Entity'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    EntityCreate:
      type: object
      description: What a client sets on an entity. `null` counts as absent. Type and name together are unique.
      additionalProperties: false
      required: [type, name]
      properties:
        type: {$ref: '#/components/schemas/EntityType'}
        name: {$ref: '#/components/schemas/Name'}
        aliases:
          type: [array, 'null']
          description: Other names that link on sight.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        weakAliases:
          type: [array, 'null']
          description: Names that link only beside a full name of the same entity in the same article, such as a bare surname.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        identifiers:
          type: [object, 'null']
          description: Value by scheme; the two together are unique.
          maxProperties: 50
          propertyNames: {pattern: '^[a-z0-9._-]{1,50}$'}
          additionalProperties: {type: [string, 'null'], minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
    EntityPatch:
      type: object
      description: What is to change; null takes away.
      additionalProperties: false
      properties:
        type: {$ref: '#/components/schemas/EntityType'}
        name: {$ref: '#/components/schemas/Name'}
        aliases:
          type: [array, 'null']
          description: Other names that link on sight.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        weakAliases:
          type: [array, 'null']
          description: Names that link only beside a full name of the same entity in the same article, such as a bare surname.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        identifiers:
          type: [object, 'null']
          description: Value by scheme; the two together are unique.
          maxProperties: 50
          propertyNames: {pattern: '^[a-z0-9._-]{1,50}$'}
          additionalProperties: {type: [string, 'null'], minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
    EntityReplace:
      type: object
      description: What a client sets on an entity. Computed fields may be echoed as they are (422 else).
      additionalProperties: false
      required: [type, name]
      properties:
        type: {$ref: '#/components/schemas/EntityType'}
        name: {$ref: '#/components/schemas/Name'}
        aliases:
          type: [array, 'null']
          description: Other names that link on sight.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        weakAliases:
          type: [array, 'null']
          description: Names that link only beside a full name of the same entity in the same article, such as a bare surname.
          maxItems: 500
          items: {$ref: '#/components/schemas/Name'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        identifiers:
          type: [object, 'null']
          description: Value by scheme; the two together are unique.
          maxProperties: 50
          propertyNames: {pattern: '^[a-z0-9._-]{1,50}$'}
          additionalProperties: {type: [string, 'null'], minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        articleCount: {type: integer, minimum: 0}
        firstPublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        lastPublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        linking: {type: string, enum: [pending, done]}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}

    # Events
    Event:
      type: object
      required:
        - id
        - version
        - name
        - description
        - startDate
        - endDate
        - status
        - location
        - participants
        - superEvent
        - tags
        - articleCount
        - sourceCount
        - createdAt
        - updatedAt
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        name: {type: string}
        description: {type: [string, 'null']}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        endDate: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        status: {$ref: '#/components/schemas/EventStatus'}
        location:
          anyOf:
            - {$ref: '#/components/schemas/EntityLocation'}
            - {$ref: '#/components/schemas/TextLocation'}
            - {type: 'null'}
        participants: {type: array, items: {$ref: '#/components/schemas/Participant'}}
        superEvent: {anyOf: [{$ref: '#/components/schemas/EventReference'}, {type: 'null'}]}
        tags: {type: array, items: {type: string}}
        articleCount: {type: integer, minimum: 0}
        sourceCount: {type: integer, minimum: 0}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    EntityLocation:
      type: object
      required: [entity]
      properties:
        entity: {$ref: '#/components/schemas/EntityReference'}
    TextLocation:
      type: object
      description: A place that is no entity.
      additionalProperties: false
      required: [text]
      properties:
        text: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
    Participant:
      type: object
      required: [entity, role]
      properties:
        entity: {$ref: '#/components/schemas/EntityReference'}
        role: {type: [string, 'null']}
    EventPage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/Event'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    LocationWrite:
      description: An entity by id or by name (a place where no type is given), or a text.
      anyOf:
        - {$ref: '#/components/schemas/Id'}
        - {$ref: '#/components/schemas/EntityName'}
        - {$ref: '#/components/schemas/EntityLocationWrite'}
        - {$ref: '#/components/schemas/TextLocation'}
        - {type: 'null'}
    EntityLocationWrite:
      type: object
      additionalProperties: false
      required: [entity]
      properties:
        entity:
          anyOf: [{$ref: '#/components/schemas/Id'}, {$ref: '#/components/schemas/EntityName'}]
    ParticipantWrite:
      type: object
      additionalProperties: false
      required: [entity]
      properties:
        entity:
          anyOf: [{$ref: '#/components/schemas/Id'}, {$ref: '#/components/schemas/EntityName'}]
        role: {type: [string, 'null'], maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
    EntityLocationEcho:
      type: object
      additionalProperties: false
      required: [entity]
      properties:
        entity: {$ref: '#/components/schemas/EntityEcho'}
    ParticipantEcho:
      type: object
      additionalProperties: false
      required: [entity]
      properties:
        entity: {$ref: '#/components/schemas/EntityEcho'}
        role: {type: [string, 'null'], maxLength: 100, pattern: '^[^\x00-\x1f\x7f-\x9f]*$'}
    EventCreate:
      type: object
      description: What a client sets on an event. `null` counts as absent.
      additionalProperties: false
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]}
        endDate:
          description: Needs a startDate that isn't later (422).
          anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]
        status:
          description: '`happened` where none is sent.'
          anyOf: [{$ref: '#/components/schemas/EventStatus'}, {type: 'null'}]
        location: {$ref: '#/components/schemas/LocationWrite'}
        participants: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/ParticipantWrite'}}
        superEvent:
          description: The id of the event that this one is part of. A cycle, or more than 32 above one another, is 422.
          anyOf: [{$ref: '#/components/schemas/Id'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
    EventPatch:
      type: object
      description: What is to change; null takes away.
      additionalProperties: false
      properties:
        name: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]}
        endDate:
          description: Needs a startDate that isn't later (422).
          anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]
        status:
          description: '`happened` where none is sent.'
          anyOf: [{$ref: '#/components/schemas/EventStatus'}, {type: 'null'}]
        location: {$ref: '#/components/schemas/LocationWrite'}
        participants: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/ParticipantWrite'}}
        superEvent:
          description: The id of the event that this one is part of. A cycle, or more than 32 above one another, is 422.
          anyOf: [{$ref: '#/components/schemas/Id'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
    EventReplace:
      type: object
      description: What a client sets on an event. Computed fields may be echoed as they are (422 else).
      additionalProperties: false
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 300, pattern: '^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        startDate: {anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]}
        endDate:
          description: Needs a startDate that isn't later (422).
          anyOf: [{$ref: '#/components/schemas/PartialDateInput'}, {type: 'null'}]
        status:
          description: '`happened` where none is sent.'
          anyOf: [{$ref: '#/components/schemas/EventStatus'}, {type: 'null'}]
        tags: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        location:
          anyOf:
            - {$ref: '#/components/schemas/LocationWrite'}
            - {$ref: '#/components/schemas/EntityLocationEcho'}
        participants:
          type: [array, 'null']
          maxItems: 1000
          items:
            anyOf: [{$ref: '#/components/schemas/ParticipantWrite'}, {$ref: '#/components/schemas/ParticipantEcho'}]
        superEvent:
          anyOf: [{$ref: '#/components/schemas/Id'}, {$ref: '#/components/schemas/EventEcho'}, {type: 'null'}]
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        articleCount: {type: integer, minimum: 0}
        sourceCount: {type: integer, minimum: 0}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}

    # Tags and sources
    Tag:
      type: object
      required: [id, version, name, description, color, articleCount, entityCount, eventCount, createdAt, updatedAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        name: {type: string}
        description: {type: [string, 'null']}
        color: {type: [string, 'null'], pattern: '^#[0-9a-f]{6}$'}
        articleCount: {type: integer, minimum: 0}
        entityCount: {type: integer, minimum: 0}
        eventCount: {type: integer, minimum: 0}
        createdAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    TagPage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/Tag'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    TagCreate:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: {$ref: '#/components/schemas/TagName'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        color: {type: [string, 'null'], pattern: '^#[0-9A-Fa-f]{6}$'}
    TagPatch:
      type: object
      description: What is to change; null takes away.
      additionalProperties: false
      properties:
        name: {$ref: '#/components/schemas/TagName'}
        description: {type: [string, 'null'], maxLength: 10000, pattern: '^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$'}
        color: {type: [string, 'null'], pattern: '^#[0-9A-Fa-f]{6}$'}
    TaggingScope:
      description: Which resources are meant, by their ids or by the query of their list.
      anyOf:
        - {$ref: '#/components/schemas/TaggingIds'}
        - {$ref: '#/components/schemas/TaggingFilter'}
        - {type: 'null'}
    TaggingIds:
      type: object
      additionalProperties: false
      required: [ids]
      properties:
        ids:
          type: array
          maxItems: 10000
          items: {$ref: '#/components/schemas/Id'}
    TaggingFilter:
      type: object
      additionalProperties: false
      required: [filter]
      properties:
        filter: {type: string, description: 'A query as in a URL; what is wrong with it is 422, and so are more than 10,000 matches.', examples: ['entity=Antony%20Blinken&from=2024-03']}
    Tagging:
      type: object
      description: Tags to add and to remove (none of them both, 422), and on what. At least one tag and at least one scope are needed (422).
      additionalProperties: false
      properties:
        add: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        remove: {type: [array, 'null'], maxItems: 1000, items: {$ref: '#/components/schemas/TagName'}}
        articles: {$ref: '#/components/schemas/TaggingScope'}
        entities: {$ref: '#/components/schemas/TaggingScope'}
        events: {$ref: '#/components/schemas/TaggingScope'}
    TaggingResult:
      type: object
      required: [matched, changed]
      properties:
        matched: {type: integer, minimum: 0, description: How many resources the scopes cover.}
        changed: {type: integer, minimum: 0, description: How many of them have other tags now.}
    Source:
      type: object
      required: [id, version, name, articleCount, timeZone, dateOrder, updatedAt]
      properties:
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1}
        name: {type: string}
        articleCount: {type: integer, minimum: 0}
        timeZone: {type: [string, 'null'], description: The IANA name of the zone in which it writes times.}
        dateOrder: {anyOf: [{$ref: '#/components/schemas/DateOrder'}, {type: 'null'}]}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    SourcePage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/Source'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    SourcePatch:
      type: object
      description: What is to change; null takes away.
      additionalProperties: false
      properties:
        timeZone: {anyOf: [{$ref: '#/components/schemas/TimeZone'}, {type: 'null'}]}
        dateOrder: {anyOf: [{$ref: '#/components/schemas/DateOrder'}, {type: 'null'}]}

    # Changes
    Change:
      type: object
      required: [sequence, action, resource, id, version, at]
      properties:
        sequence: {type: integer, format: int64, minimum: 1}
        action: {type: string, enum: [created, updated, deleted, merged]}
        resource: {type: string, enum: [article, entity, event, tag, source]}
        id: {$ref: '#/components/schemas/Id'}
        version: {type: integer, minimum: 1, description: 'After the change; of something deleted, its last.'}
        at: {$ref: '#/components/schemas/Timestamp'}
    ChangePage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/Change'}}
        nextCursor: {type: [string, 'null'], description: 'What to send as `after` for the next page; null where this was the last.'}

    # Imports
    ImportRecord:
      type: object
      description: A file of the watched folder.
      required:
        - id
        - path
        - state
        - reason
        - detail
        - articleIds
        - articleCount
        - revision
        - detectedType
        - encoding
        - replacedBytes
        - warnings
        - errors
        - errorCount
        - sha256
        - size
        - attempts
        - nextAttemptAt
        - firstSeenAt
        - updatedAt
      properties:
        id: {$ref: '#/components/schemas/Id'}
        path: {type: string, description: Below the watched folder.}
        pathBase64: {type: string, description: The bytes of the path; only where they aren't UTF-8.}
        origin: {type: string, description: Where the file was dropped; only where it was moved since.}
        originBase64: {type: string, description: The bytes of the origin; only where they aren't UTF-8.}
        state: {$ref: '#/components/schemas/ImportState'}
        reason: {type: [string, 'null'], description: 'A stable word, such as `too-large`.'}
        detail: {type: [string, 'null'], description: A sentence for people.}
        articleIds: {type: array, maxItems: 1000, description: Of the first articles in it., items: {$ref: '#/components/schemas/Id'}}
        articleCount: {type: integer, minimum: 0, description: All articles in it.}
        revision: {type: integer, minimum: 0, description: How many versions of the file were imported.}
        detectedType: {type: [string, 'null'], description: 'What the content is taken for: `text`, `markdown`, `html`, `json`, `jsonl`, `ninjs`, `rss` or `atom`.'}
        encoding: {type: [string, 'null'], description: 'Such as `utf-8`, `utf-16le` or `windows-1252`.'}
        replacedBytes: {type: integer, minimum: 0, description: Bytes that were no text and became U+FFFD.}
        warnings: {type: array, description: 'Stable words, such as `suspected-mojibake` or `conflict:headline`.', items: {type: string}}
        errors: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/ImportFault'}}
        errorCount: {type: integer, minimum: 0, description: All faults there are in it.}
        sha256: {type: [string, 'null'], pattern: '^[0-9a-f]{64}$'}
        size: {type: [integer, 'null'], format: int64, minimum: 0}
        attempts: {type: integer, minimum: 0, description: How often this content was tried.}
        nextAttemptAt: {anyOf: [{$ref: '#/components/schemas/Timestamp'}, {type: 'null'}]}
        firstSeenAt: {$ref: '#/components/schemas/Timestamp'}
        updatedAt: {$ref: '#/components/schemas/Timestamp'}
    ImportFault:
      type: object
      description: What is wrong at one place of a file.
      required: [line, byteOffset, reason, excerpt]
      properties:
        line: {type: [integer, 'null'], minimum: 1}
        byteOffset: {type: [integer, 'null'], format: int64, minimum: 0}
        reason: {type: string}
        excerpt: {type: [string, 'null']}
    FilePreview:
      type: object
      description: What a file would become.
      required: [detectedType, encoding, replacedBytes, warnings, errors, errorCount, articles, provenance]
      properties:
        detectedType: {type: string, enum: [text, markdown, html, json, jsonl, ninjs, rss, atom]}
        encoding: {type: [string, 'null'], description: 'As the WHATWG Encoding Standard calls it, in lower case: `utf-8`, `utf-16le`, `windows-1252`, `koi8-r`.'}
        replacedBytes: {type: integer, minimum: 0, description: Bytes that were no text and became U+FFFD.}
        warnings: {type: array, items: {type: string}, description: 'Stable words, such as `suspected-mojibake`.'}
        errors: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/ImportFault'}, description: Records that can't be taken.}
        errorCount: {type: integer, minimum: 0}
        articles: {type: array, minItems: 1, items: {$ref: '#/components/schemas/PreviewedArticle'}}
        provenance:
          anyOf: [{$ref: '#/components/schemas/Provenance'}, {type: 'null'}]
          description: Of a file that is one page or one item of news; else null, and each of its articles has its own.
    PreviewedArticle:
      type: object
      description: An article as it would be stored.
      required:
        - recordNumber
        - id
        - key
        - headline
        - body
        - abstract
        - byline
        - source
        - url
        - language
        - datePublished
        - dateModified
        - dateStatus
        - tags
        - mentions
        - events
        - provenance
      properties:
        recordNumber: {type: integer, minimum: 0, description: 'Its place in the file, from 0.'}
        id: {anyOf: [{$ref: '#/components/schemas/Id'}, {type: 'null'}], description: The id that the file gives it.}
        key: {type: [string, 'null'], description: 'Another identifier that the file gives it, such as the guid of a feed.'}
        headline: {type: string}
        body: {type: [string, 'null']}
        abstract: {type: [string, 'null']}
        byline: {type: [string, 'null']}
        source: {type: [string, 'null']}
        url: {type: [string, 'null']}
        language: {type: [string, 'null']}
        datePublished: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateModified: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        dateStatus: {$ref: '#/components/schemas/DateStatus'}
        tags: {type: array, items: {type: string}}
        mentions: {type: array, items: {$ref: '#/components/schemas/MentionWrite'}}
        events: {type: array, items: {$ref: '#/components/schemas/Id'}}
        provenance:
          anyOf: [{$ref: '#/components/schemas/Provenance'}, {type: 'null'}]
          description: |
            Of an item of a feed, or of one of several items of news. Null where that of the whole file tells it, and in JSON in the form of
            this API, which states each field.
    Provenance:
      type: object
      description: |
        Where everything in a reading came from, and what was left out. Lines are counted from 1 in the text of the page; of an HTML page
        that is the text its elements were turned into, of Markdown the file. Where
        `body` comes from JSON-LD, they are counted in that text.
      required: [headline, byline, source, language, body, dateline, dates, removed]
      properties:
        headline: {anyOf: [{$ref: '#/components/schemas/FieldOrigin'}, {type: 'null'}]}
        byline: {anyOf: [{$ref: '#/components/schemas/FieldOrigin'}, {type: 'null'}]}
        source: {anyOf: [{$ref: '#/components/schemas/FieldOrigin'}, {type: 'null'}]}
        language: {anyOf: [{$ref: '#/components/schemas/FieldOrigin'}, {type: 'null'}]}
        body:
          anyOf: [{$ref: '#/components/schemas/FieldOrigin'}, {type: 'null'}]
          description: Null where it is what is left of the lines of the page.
        dateline: {anyOf: [{$ref: '#/components/schemas/Dateline'}, {type: 'null'}]}
        dates: {type: array, maxItems: 500, items: {$ref: '#/components/schemas/DateCandidate'}}
        removed: {type: array, maxItems: 500, items: {$ref: '#/components/schemas/RemovedSpan'}}
    ArticleProvenance:
      type: object
      required: [article, origin, files, changedSince, raw, reading]
      properties:
        article: {$ref: '#/components/schemas/Id'}
        origin:
          type: string
          enum: [file, page, client]
          description: 'A file of the folder or of an import, a page that was posted, or fields that a client has stated.'
        files: {type: array, maxItems: 100, items: {$ref: '#/components/schemas/ArticleFile'}, description: Files that hold the article.}
        changedSince:
          type: array
          items: {type: string}
          description: Fields that are otherwise than the last reading or file said. Empty where a client has stated the whole article.
        raw: {anyOf: [{$ref: '#/components/schemas/ArticleRaw'}, {type: 'null'}]}
        reading: {anyOf: [{$ref: '#/components/schemas/ArticleReading'}, {type: 'null'}]}
    ArticleFile:
      type: object
      required: [importId, path, state, recordNumber]
      properties:
        importId: {$ref: '#/components/schemas/Id'}
        path: {type: string, description: Below the watched folder; what isn't UTF-8 shows as U+FFFD.}
        pathBase64: {type: string, description: The bytes of a path that isn't UTF-8.}
        state: {$ref: '#/components/schemas/ImportState'}
        recordNumber: {type: integer, minimum: 0}
    ArticleRaw:
      type: object
      description: What the article was last read from.
      required: [sha256, size, kept]
      properties:
        sha256: {type: string, pattern: '^[0-9a-f]{64}$'}
        size: {type: integer, minimum: 0}
        kept: {type: boolean, description: 'Whether `/v1/articles/{id}/raw` gives it.'}
    ArticleReading:
      type: object
      description: The last reading of the article.
      required:
        - readerVersion
        - readAt
        - notAfter
        - recordNumber
        - folderSource
        - hasSideFile
        - detectedType
        - encoding
        - replacedBytes
        - warnings
        - timeZone
        - dateOrder
        - provenance
      properties:
        readerVersion: {type: integer}
        readAt: {$ref: '#/components/schemas/Timestamp'}
        notAfter: {$ref: '#/components/schemas/Timestamp', description: When the content was found; no later date is taken.}
        recordNumber: {type: integer, minimum: 0, description: The article's place in the content.}
        folderSource: {type: [string, 'null'], description: The name of the folder where it stood for the source.}
        hasSideFile: {type: boolean, description: Whether a side file had its say.}
        detectedType: {type: string, enum: [text, markdown, html, rss, atom, ninjs]}
        encoding: {type: [string, 'null']}
        replacedBytes: {type: integer, minimum: 0}
        warnings: {type: array, items: {type: string}}
        timeZone: {type: [string, 'null'], description: 'Of the source, where it was known then.'}
        dateOrder: {type: [string, 'null'], description: 'Of the source, where it was known then.'}
        provenance:
          anyOf: [{$ref: '#/components/schemas/Provenance'}, {type: 'null'}]
          description: Null of an article in the form of this interface, found among others.
    RereadStatus:
      type: object
      required:
        - state
        - dryRun
        - detail
        - startedAt
        - endedAt
        - matched
        - looked
        - unread
        - notKept
        - unreadable
        - changed
        - conflicting
        - examples
      properties:
        state: {type: string, enum: [none, running, done, failed, stopped]}
        dryRun: {type: boolean}
        detail: {type: [string, 'null'], description: Why it failed.}
        startedAt: {anyOf: [{$ref: '#/components/schemas/Timestamp'}, {type: 'null'}]}
        endedAt: {anyOf: [{$ref: '#/components/schemas/Timestamp'}, {type: 'null'}]}
        matched: {type: integer, minimum: 0, description: Articles that match the filter.}
        looked: {type: integer, minimum: 0, description: 'Of these, how many are through.'}
        unread: {type: integer, minimum: 0, description: 'Stated field by field: there is nothing to read.'}
        notKept: {type: integer, minimum: 0, description: What they were read from isn't kept.}
        unreadable: {type: integer, minimum: 0, description: Not found in the content by today's reader; they stay as they are.}
        changed: {type: integer, minimum: 0, description: 'Articles of which a field is different; in a dry run, would be.'}
        conflicting: {type: integer, minimum: 0, description: Articles of which a field stays as a client has set it.}
        examples: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/RereadExample'}}
    RereadExample:
      type: object
      required: [article, headline, changes, conflicts]
      properties:
        article: {$ref: '#/components/schemas/Id'}
        headline: {type: string, description: Before.}
        changes: {type: array, items: {$ref: '#/components/schemas/FieldChange'}}
        conflicts:
          type: array
          items: {$ref: '#/components/schemas/FieldChange'}
          description: '`before` stays; `after` is what the reading says.'
    FieldChange:
      type: object
      description: Of a long text, what is around the first difference.
      required: [field, before, after]
      properties:
        field: {type: string}
        before:
          anyOf: [{type: string}, {type: 'null'}, {type: array, items: {type: string}}]
        after:
          anyOf: [{type: string}, {type: 'null'}, {type: array, items: {type: string}}]
    FieldOrigin:
      type: object
      description: By what sign a field was found.
      required: [line, how]
      properties:
        line: {type: [integer, 'null'], minimum: 1, description: Null where it doesn't stand in a line of the text.}
        how: {type: string, description: 'A stable word, such as `title-line`, `linked-data`, `front-matter`, `side-file`.'}
    Dateline:
      type: object
      description: 'The head of a report: "WASHINGTON, March 26 (Reuters) —".'
      required: [line, place, agency]
      properties:
        line: {type: integer, minimum: 1}
        place: {type: [string, 'null']}
        agency: {type: [string, 'null']}
    DateCandidate:
      type: object
      description: A date on the page, and what became of it.
      required: [line, raw, role, value, localTime, outcome]
      properties:
        line: {type: [integer, 'null'], minimum: 1}
        raw: {type: string, description: As printed.}
        role: {type: string, enum: [published, modified, masthead, dateline, event, epoch, related, comment, unplaced]}
        value: {anyOf: [{$ref: '#/components/schemas/PartialDate'}, {type: 'null'}]}
        localTime: {type: [string, 'null'], description: A printed time without a zone.}
        outcome: {type: string, description: 'Why it won or lost: a stable word, such as `published`, `outranked`, `ambiguous-order`.'}
    RemovedSpan:
      type: object
      description: What is no part of the article.
      required: [firstLine, lastLine, reason, excerpt]
      properties:
        firstLine: {type: [integer, 'null'], minimum: 1, description: Null for a part of an HTML page that became no lines.}
        lastLine: {type: [integer, 'null'], minimum: 1}
        reason: {type: string, description: 'A stable word, such as `share`, `related`, `navigation`.'}
        excerpt: {type: string}
    ImportPage:
      type: object
      required: [items, nextCursor]
      properties:
        items: {type: array, maxItems: 200, items: {$ref: '#/components/schemas/ImportRecord'}}
        nextCursor: {type: [string, 'null']}
        total: {type: integer, minimum: 0, description: Only with `count=true`.}
    RetryResult:
      type: object
      required: [retried]
      properties:
        retried: {type: integer, minimum: 0}
    ConfirmResult:
      type: object
      required: [confirmed]
      properties:
        confirmed: {type: integer, minimum: 0}
    ImportStatus:
      type: object
      required:
        - ok
        - state
        - reason
        - watcher
        - root
        - counts
        - progress
        - oldestWaitingSeconds
        - unreadableDirectories
        - deletes
        - lastScan
        - totals
      properties:
        ok:
          type: boolean
          description: Whether the folder is followed. It is there, was looked through lately, nothing is paused and nothing held. True where none is watched.
        state: {type: string, enum: ['off', idle, scanning, importing, paused], description: '`off` where no folder is watched.'}
        reason:
          type: [string, 'null']
          description: 'Why it is paused, or not as it should be: `requested` (by `POST /v1/imports/pause`), `disk-full`, `deletes-held`, `root-unavailable`, `root-replaced`, `scan-overdue`, …'
        watcher: {anyOf: [{$ref: '#/components/schemas/Watcher'}, {type: 'null'}]}
        root: {anyOf: [{$ref: '#/components/schemas/WatchedRoot'}, {type: 'null'}]}
        counts:
          type: object
          title: ImportCounts
          description: Files per state; `ignored` are junk and temporary names.
          required: [waiting, queued, importing, done, partial, retrying, failed, skipped, missing, ignored]
          properties:
            waiting: {type: integer, minimum: 0}
            queued: {type: integer, minimum: 0}
            importing: {type: integer, minimum: 0}
            done: {type: integer, minimum: 0}
            partial: {type: integer, minimum: 0}
            retrying: {type: integer, minimum: 0}
            failed: {type: integer, minimum: 0}
            skipped: {type: integer, minimum: 0}
            missing: {type: integer, minimum: 0}
            ignored: {type: integer, minimum: 0}
        progress: {$ref: '#/components/schemas/ImportProgress'}
        oldestWaitingSeconds: {type: [number, 'null'], minimum: 0, description: How long the file that has waited longest has waited to become complete; null where none waits.}
        unreadableDirectories: {type: integer, minimum: 0, description: Directories that can't be read; what lies in them isn't taken as gone.}
        deletes:
          type: object
          title: HeldDeletes
          required: [held]
          properties:
            held: {type: integer, minimum: 0, description: Deletions that wait to be confirmed.}
        lastScan: {description: When the whole folder was last looked through., anyOf: [{$ref: '#/components/schemas/Timestamp'}, {type: 'null'}]}
        totals:
          type: object
          title: ImportTotals
          required: [parsedFiles]
          properties:
            parsedFiles: {type: integer, minimum: 0, description: Files parsed since the folder was first watched.}
    Watcher:
      type: object
      description: How changes in the folder are noticed.
      required: [mode, reason, detail, eventsTotal, overflows, overflowsLastScan, watchedDirectories, unwatchedDirectories]
      properties:
        mode:
          type: string
          enum: [events, poll, degraded]
          description: By events; by looking through it again and again; or by events in a part of it only.
        reason: {type: [string, 'null'], description: 'Why it is not by events alone: `watch-limit`, `instance-limit`, `unannounced-change`, `no-events`, `not-wanted`.'}
        detail: {type: [string, 'null'], description: 'A sentence for people: what to do about it.'}
        eventsTotal: {type: integer, minimum: 0}
        overflows: {type: integer, minimum: 0, description: 'How often events were lost, because too many came at once or they could not be read; the folder was then looked through.'}
        overflowsLastScan: {type: integer, minimum: 0, description: The same since the last look through the whole folder began.}
        watchedDirectories: {type: integer, minimum: 0}
        unwatchedDirectories: {type: integer, minimum: 0, description: Directories that can only be looked through from time to time.}
    WatchedRoot:
      type: object
      required: [path, state]
      properties:
        path: {type: string}
        state:
          type: string
          enum: [ok, unavailable, replaced]
          description: '`unavailable`: it is not there, and no file counts as gone for that. `replaced`: another folder stands in its place; the files are taken, deletions are held.'
    ImportProgress:
      type: object
      description: Of the pass that is running, or was the last.
      required: [phase, found, done, failed, bytes, filesPerSecond, etaSeconds]
      properties:
        phase: {type: string, enum: [idle, scanning, importing]}
        found: {type: integer, minimum: 0, description: Files that were new or changed.}
        done: {type: integer, minimum: 0, description: 'Of these, the ones that are through.'}
        failed: {type: integer, minimum: 0}
        bytes: {type: integer, format: int64, minimum: 0}
        filesPerSecond: {type: number, minimum: 0, description: Over the last minute.}
        etaSeconds: {type: [number, 'null'], minimum: 0, description: Until the pass is through at this speed.}

  examples:
    MinimalArticle:
      value: {headline: Talks resume in Cairo}
    Article:
      value:
        headline: Blinken and Gallant meet in Washington
        body: |
          Secretary of State Antony Blinken met Defense Minister Yoav Gallant on Monday.

          They spoke of Rafah.
        byline: Prepared by the foreign desk
        source: NewsTrack
        url: https://example.org/2024/03/26/blinken-gallant
        language: en
        datePublished: '2024-03-26T22:16Z'
        tags: [rafah, 'geo:gaza']
        mentions:
          - {name: Antony Blinken, type: person}
          - {name: Yoav Gallant, type: person}
    ArticleChange:
      value: {abstract: The two spoke of Rafah., dateModified: '2024-03-27'}
    Articles:
      value:
        - {headline: Talks resume in Cairo, datePublished: '2024-03-24'}
        - {headline: Talks end without result, datePublished: '2024-03-28'}
    ArticleLines:
      value: |
        {"headline": "Talks resume in Doha", "datePublished": "2024-03-24"}
        {"headline": "Talks in Doha end", "datePublished": "2024-03-28"}
    Page:
      value: |
        Talks resume in Cairo

        March 24, 2024

        Delegations arrived in Cairo on Sunday.
    HTMLPage:
      value: |
        <!DOCTYPE html>
        <html lang="en"><head><title>Talks resume in Cairo - NewsTrack</title>
        <meta property="article:published_time" content="2024-03-24T09:30:00+02:00"></head>
        <body><h1>Talks resume in Cairo</h1><p>Delegations arrived in Cairo on Sunday.</p></body></html>
    MarkdownPage:
      value: |
        ---
        title: Talks resume in Cairo
        date: 2024-03-24
        tags: [cairo]
        ---
        Delegations arrived in Cairo on Sunday.
    Feed:
      value: |
        <rss version="2.0"><channel><title>NewsTrack</title>
        <item><title>Talks resume in Cairo</title><pubDate>Sun, 24 Mar 2024 07:30:00 GMT</pubDate>
        <description>Delegations arrived in Cairo on Sunday.</description></item></channel></rss>
    Person:
      value:
        type: person
        name: Antony Blinken
        aliases: [Anthony Blinken, Tony Blinken]
        weakAliases: [Blinken]
        description: 71st United States secretary of state.
        identifiers: {wikidata: Q7821917}
        tags: [diplomacy]
    Place:
      value: {type: place, name: Washington, aliases: ['Washington, D.C.']}
    EntityChange:
      value: {aliases: [Anthony Blinken], description: null}
    Event:
      value:
        name: Blinken–Gallant talks
        description: About Rafah.
        startDate: '2024-03-25'
        endDate: '2024-03-26'
        status: happened
        location: {name: Washington}
        participants:
          - {entity: {name: Antony Blinken, type: person}, role: host}
          - {entity: {name: Yoav Gallant, type: person}}
        tags: [diplomacy]
    EventChange:
      value: {status: cancelled, location: {text: By telephone}}
    Tag:
      value: {name: 'geo:gaza', description: The Gaza Strip., color: '#3366cc'}
    TagChange:
      value: {color: '#cc3333'}
    TagNames:
      value: [rafah, diplomacy]
    Tagging:
      value:
        add: [diplomacy]
        remove: [draft]
        articles: {filter: 'entity=Antony%20Blinken&from=2024-03'}
    SourceChange:
      value: {timeZone: Asia/Riyadh, dateOrder: dmy}
    BadParameter:
      value:
        type: /problems/bad-request
        title: The request can't be understood
        status: 400
        detail: A whole number from 1 to 200 is needed.
        instance: /v1/articles
        errors:
          - {parameter: limit, code: out-of-range, detail: A whole number from 1 to 200 is needed.}
    Taken:
      value:
        type: /problems/conflict
        title: It conflicts with what is stored
        status: 409
        detail: An article with this URL is stored already.
        existing: 018f3c1e-7b1a-7c3d-9e4f-0123456789ab
    NoFolder:
      value:
        type: /problems/conflict
        title: It conflicts with what is stored
        status: 409
        detail: No folder is watched; start the service with --inbox.
        instance: /v1/imports/retry
    Invalid:
      value:
        type: /problems/validation
        title: The content is not valid
        status: 422
        detail: 2 things are wrong; see errors.
        instance: /v1/articles
        errors:
          - {pointer: /headline, code: required, detail: This field is needed.}
          - {pointer: /headlnie, code: unknown-field, detail: 'There is no such field. Did you mean headline?'}

"""#

    /// The same in compact JSON, members in the order of the file.
    static let json = #"""
{"openapi":"3.1.0","info":{"title":"Dateline","version":"1.0.0","summary":"News articles by date, entity, event and tag.","description":"Stores news articles and answers which of them speak of whom, of what and of when.\n\n**Conventions.** JSON in UTF-8; an unknown field is 422 and an unknown query parameter 400, each named together with the\nnearest known one. Ids are UUIDs in lower case; an id of another form is simply not found. Instants (`createdAt`,\n`updatedAt`, …) are RFC 3339 in UTC. *Partial dates* are written exactly as precisely as they are known, from `2024` to\n`2024-03-26T22:16:05Z`, and each stands for an interval; only the interval is ever compared.\n\n**Errors** are `application/problem+json` (RFC 9457) and list every fault of the request at once. What the HTTP parser\nitself refuses (400, 431) may have an empty body.\n\n**Concurrency.** Every single resource has a strong `ETag` made from its `version`. `If-None-Match` on a read gives 304;\n`If-Match` on a write gives 412 when the resource is at another version, and a server setting makes it compulsory (428).\n\n**Creating.** `Idempotency-Key` on a `POST` that stores something keeps the first answer for 24 hours and replays it with\n`Idempotency-Replayed: true`. A 2xx answer to a write means that it is on the disk.\n\n**Collections** come in pages, `{\"items\": […], \"nextCursor\": …}` and a `Link` header with `rel=\"next\"`; with\n`Accept: application/x-ndjson` all matches are streamed, one JSON object a line. Cursors are opaque, belong to one set of\nfilters and one order, and survive inserts, deletes and restarts. A page that comes to 8 MiB is no longer than that, however\nmany items were asked for.\n\n**Access.** A service may want a token with every request but `GET /livez`: `Authorization: Bearer TOKEN`. Without a valid one\nthe answer is 401, whatever the address; a token of the scope `read` gets 403 for everything but `GET` and `HEAD`.\n\n**Limits** of size, time and number have their own settings; what is said here of them are the defaults. A read of the store\ntakes 4 s at most (504); it may wait 5 s for its turn before that (503, as where too much is going on).\n\n`HEAD` is answered wherever `GET` is, and `OPTIONS` names the methods of a path. The `Host` header has to be one that the\nservice knows, and an `Origin` has to be listed: else 403.\n"},"servers":[{"url":"http://127.0.0.1:8080","description":"Where the service listens unless told otherwise."}],"security":[{},{"token":[]}],"tags":[{"name":"articles","description":"What was published, with its links to entities, events and tags."},{"name":"entities","description":"People, organizations, places and other things that articles mention."},{"name":"events","description":"What happened or is to happen, and the articles that tell of it."},{"name":"tags","description":"Labels on articles, entities and events. A colon in a name makes a tree by prefix."},{"name":"sources","description":"Outlets, and how they write dates."},{"name":"changes","description":"Everything that happened to the store, in commit order."},{"name":"imports","description":"The watched folder and every file seen in it."},{"name":"service","description":"The service itself."}],"paths":{"/v1":{"get":{"operationId":"getService","tags":["service"],"summary":"Lists the resources.","responses":{"200":{"description":"The name and version of the service, and where its resources are.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/ServiceDescription"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/livez":{"get":{"operationId":"getLiveness","tags":["service"],"summary":"Says whether the process runs.","description":"For operators and container health checks. Says no more than ok.\n","responses":{"200":{"description":"It runs.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Health"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/readyz":{"get":{"operationId":"getReadiness","tags":["service"],"summary":"Says whether the store can be read and written.","responses":{"200":{"description":"It can. What beside it doesn't work is told in `warnings`.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Readiness"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/metrics":{"get":{"operationId":"getMetrics","tags":["service"],"summary":"All figures, in the text format of Prometheus.","responses":{"200":{"description":"Requests, store, folder, linking and process, as they are now.","content":{"text/plain":{"schema":{"type":"string"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/openapi.yaml":{"get":{"operationId":"getOpenAPIAsYAML","tags":["service"],"summary":"This description, as YAML.","responses":{"200":{"description":"This document.","content":{"application/yaml":{"schema":{"type":"object","required":["openapi","info","paths"]}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/openapi.json":{"get":{"operationId":"getOpenAPIAsJSON","tags":["service"],"summary":"This description, as JSON.","responses":{"200":{"description":"This document.","content":{"application/json":{"schema":{"type":"object","required":["openapi","info","paths"]}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/problems/{slug}":{"parameters":[{"$ref":"#/components/parameters/Slug"}],"get":{"operationId":"getProblem","tags":["service"],"summary":"Explains one type of problem.","description":"The `type` of a problem leads here.\n","responses":{"200":{"description":"What the problem means and what can be done about it.","content":{"text/plain":{"schema":{"type":"string"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/v1/articles":{"get":{"operationId":"listArticles","tags":["articles"],"summary":"Finds articles.","description":"Every condition must hold. Items leave out `body` unless it is included.\n","parameters":[{"$ref":"#/components/parameters/Entity"},{"$ref":"#/components/parameters/AnyEntity"},{"$ref":"#/components/parameters/NotEntity"},{"$ref":"#/components/parameters/EntityType"},{"$ref":"#/components/parameters/Tag"},{"$ref":"#/components/parameters/AnyTag"},{"$ref":"#/components/parameters/NotTag"},{"$ref":"#/components/parameters/Untagged"},{"$ref":"#/components/parameters/Event"},{"$ref":"#/components/parameters/AllEvent"},{"$ref":"#/components/parameters/Source"},{"$ref":"#/components/parameters/Language"},{"$ref":"#/components/parameters/DateStatus"},{"$ref":"#/components/parameters/From"},{"$ref":"#/components/parameters/To"},{"$ref":"#/components/parameters/Tz"},{"$ref":"#/components/parameters/Match"},{"$ref":"#/components/parameters/Within"},{"$ref":"#/components/parameters/Text"},{"$ref":"#/components/parameters/CreatedFrom"},{"$ref":"#/components/parameters/CreatedTo"},{"$ref":"#/components/parameters/UpdatedFrom"},{"$ref":"#/components/parameters/ArticleSort"},{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"},{"$ref":"#/components/parameters/Fields"},{"$ref":"#/components/parameters/Include"}],"responses":{"200":{"description":"A page of the articles that match.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArticlePage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one article a line; limit and count have no say."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"post":{"operationId":"createArticle","tags":["articles"],"summary":"Stores an article.","description":"The normalised `url` is unique; `onConflict` says what happens where it is taken.\n\nAs `text/plain`, `text/html` or `text/markdown` the body is a page as the folder import would find it; headline, dates, source and\ntext are read from it.\n","parameters":[{"$ref":"#/components/parameters/OnConflict"},{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArticleCreate"},"examples":{"Article":{"$ref":"#/components/examples/Article"},"MinimalArticle":{"$ref":"#/components/examples/MinimalArticle"}}},"text/plain":{"schema":{"type":"string","minLength":1,"description":"A page: headline, a line of date or source, text."},"examples":{"Page":{"$ref":"#/components/examples/Page"}}},"text/html":{"schema":{"type":"string","minLength":1,"description":"A page of HTML."},"examples":{"HTMLPage":{"$ref":"#/components/examples/HTMLPage"}}},"text/markdown":{"schema":{"type":"string","minLength":1,"description":"Markdown, with or without YAML front matter."},"examples":{"MarkdownPage":{"$ref":"#/components/examples/MarkdownPage"}}}}},"responses":{"200":{"description":"With `onConflict` of `return` or `update`, the article that has the URL, as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}}},"201":{"description":"The article as stored.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"},"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}},"links":{"GetArticle":{"$ref":"#/components/links/GetArticle"},"GetProvenance":{"$ref":"#/components/links/GetProvenance"},"ReplaceArticle":{"$ref":"#/components/links/ReplaceArticle"},"UpdateArticle":{"$ref":"#/components/links/UpdateArticle"},"DeleteArticle":{"$ref":"#/components/links/DeleteArticle"},"ReplaceArticleTags":{"$ref":"#/components/links/ReplaceArticleTags"},"AddArticleTag":{"$ref":"#/components/links/AddArticleTag"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/batch":{"post":{"operationId":"createArticles","tags":["articles"],"summary":"Stores up to 10,000 articles.","description":"One result for each item, in order; an item that fails stores nothing of itself. With `atomic=true` the first failure\nundoes all, and the answer is 422 with what is wrong, the place of each item in front of its pointers.\n","parameters":[{"$ref":"#/components/parameters/Atomic"},{"$ref":"#/components/parameters/OnConflict"},{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"array","maxItems":10000,"items":{"$ref":"#/components/schemas/ArticleCreate"}},"examples":{"Articles":{"$ref":"#/components/examples/Articles"}}},"application/x-ndjson":{"schema":{"type":"string","description":"One article in JSON a line; empty lines are skipped."},"examples":{"ArticleLines":{"$ref":"#/components/examples/ArticleLines"}}}}},"responses":{"200":{"description":"What became of each item.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/BatchResult"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/facets":{"get":{"operationId":"countArticles","tags":["articles"],"summary":"Counts articles by facets.","description":"The most frequent values among the articles that match; of years, months and days, the latest. `query` of a bucket lists\nexactly its articles. (A timeline is `entity=X&facet=day`, co-occurrence is `entity=X&facet=entity`.)\n","parameters":[{"$ref":"#/components/parameters/Facet"},{"$ref":"#/components/parameters/Entity"},{"$ref":"#/components/parameters/AnyEntity"},{"$ref":"#/components/parameters/NotEntity"},{"$ref":"#/components/parameters/EntityType"},{"$ref":"#/components/parameters/Tag"},{"$ref":"#/components/parameters/AnyTag"},{"$ref":"#/components/parameters/NotTag"},{"$ref":"#/components/parameters/Untagged"},{"$ref":"#/components/parameters/Event"},{"$ref":"#/components/parameters/AllEvent"},{"$ref":"#/components/parameters/Source"},{"$ref":"#/components/parameters/Language"},{"$ref":"#/components/parameters/DateStatus"},{"$ref":"#/components/parameters/From"},{"$ref":"#/components/parameters/To"},{"$ref":"#/components/parameters/Tz"},{"$ref":"#/components/parameters/Match"},{"$ref":"#/components/parameters/Within"},{"$ref":"#/components/parameters/Text"},{"$ref":"#/components/parameters/CreatedFrom"},{"$ref":"#/components/parameters/CreatedTo"},{"$ref":"#/components/parameters/UpdatedFrom"},{"$ref":"#/components/parameters/FacetLimit"}],"responses":{"200":{"description":"The buckets of each facet asked for.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Facets"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getArticle","tags":["articles"],"summary":"Reads an article.","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatch"}],"responses":{"200":{"description":"The article.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}}},"304":{"$ref":"#/components/responses/NotModified"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"put":{"operationId":"replaceArticle","tags":["articles"],"summary":"Stores an article under an id that the client chose, or replaces it.","description":"Everything that a client can set is replaced; what the service computes may be echoed, but not changed.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatchStar"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArticleReplace"},"examples":{"Article":{"$ref":"#/components/examples/Article"}}}}},"responses":{"200":{"description":"The article as replaced.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}}},"201":{"description":"The article as created.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}},"links":{"GetArticle":{"$ref":"#/components/links/GetArticle"},"GetProvenance":{"$ref":"#/components/links/GetProvenance"},"UpdateArticle":{"$ref":"#/components/links/UpdateArticle"},"DeleteArticle":{"$ref":"#/components/links/DeleteArticle"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"patch":{"operationId":"updateArticle","tags":["articles"],"summary":"Changes some fields of an article.","description":"JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. A new datePublished without a dateStatus is stated.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"requestBody":{"required":true,"content":{"application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/ArticlePatch"},"examples":{"ArticleChange":{"$ref":"#/components/examples/ArticleChange"}}},"application/json":{"schema":{"$ref":"#/components/schemas/ArticlePatch"}}}},"responses":{"200":{"description":"The article as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"deleteArticle","tags":["articles"],"summary":"Deletes an article for good.","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"responses":{"204":{"description":"It is gone, and everything that pointed to it is unlinked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/provenance":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getProvenance","tags":["articles"],"summary":"Tells where everything in an article came from.","description":"Of an article that was read from a page, every decision of the reader: what was left out and why, each date and why it won or lost,\nby which sign headline, byline, source and language were found. It is kept with the article, so it tells of the reading that made\nit, whatever a later reader would say. An article that was stated field by field (`origin` `client`, or a file of JSON) has no\n`reading`.\n","responses":{"200":{"description":"Where the article came from.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArticleProvenance"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/raw":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getRaw","tags":["articles"],"summary":"Gives what an article was last read from, byte for byte.","description":"A page, or the whole feed. 404 where nothing is kept: the article was stated field by field, keeping is off, the content was larger\nthan is kept, or it was kept long enough.\n","responses":{"200":{"description":"The bytes, always as an attachment.","headers":{"Repr-Digest":{"$ref":"#/components/headers/ReprDigest"}},"content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/mentions/{entityId}":{"parameters":[{"$ref":"#/components/parameters/Id"},{"$ref":"#/components/parameters/EntityId"}],"put":{"operationId":"linkMention","tags":["articles"],"summary":"Says that an article speaks of an entity.","description":"A link made by hand is never touched when names change.\n","responses":{"204":{"description":"They are linked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"unlinkMention","tags":["articles"],"summary":"Says that an article doesn't speak of an entity.","description":"The two aren't linked again by names found in the text.\n","responses":{"204":{"description":"They aren't linked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/events/{eventId}":{"parameters":[{"$ref":"#/components/parameters/Id"},{"$ref":"#/components/parameters/EventId"}],"put":{"operationId":"linkEvent","tags":["articles"],"summary":"Says that an article tells of an event.","responses":{"204":{"description":"They are linked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"unlinkEvent","tags":["articles"],"summary":"Says that an article doesn't tell of an event.","responses":{"204":{"description":"They aren't linked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/tags":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"replaceArticleTags","tags":["tags"],"summary":"Sets all tags of one article.","description":"Tags that are new are made.\n","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagNames"},"examples":{"TagNames":{"$ref":"#/components/examples/TagNames"}}}}},"responses":{"204":{"description":"The tags are exactly these."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/articles/{id}/tags/{name}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"addArticleTag","tags":["tags"],"summary":"Puts a tag on one article.","description":"A tag that is new is made.\n","parameters":[{"$ref":"#/components/parameters/TagName"}],"responses":{"204":{"description":"It has the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"removeArticleTag","tags":["tags"],"summary":"Takes a tag off one article.","parameters":[{"$ref":"#/components/parameters/TagKey"}],"responses":{"204":{"description":"It hasn't the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/entities":{"get":{"operationId":"listEntities","tags":["entities"],"summary":"Finds entities.","parameters":[{"$ref":"#/components/parameters/EntityPrefix"},{"$ref":"#/components/parameters/EntityTypes"},{"$ref":"#/components/parameters/Tag"},{"$ref":"#/components/parameters/AnyTag"},{"$ref":"#/components/parameters/NotTag"},{"$ref":"#/components/parameters/Untagged"},{"$ref":"#/components/parameters/Identifier"},{"$ref":"#/components/parameters/EntitySort"},{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"}],"responses":{"200":{"description":"A page of the entities that match.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EntityPage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one entity a line; limit and count have no say."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"post":{"operationId":"createEntity","tags":["entities"],"summary":"Stores an entity.","description":"Articles already stored are searched for its names in the background; `linking` says whether that is done.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EntityCreate"},"examples":{"Person":{"$ref":"#/components/examples/Person"},"Place":{"$ref":"#/components/examples/Place"}}}}},"responses":{"201":{"description":"The entity as stored.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"},"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entity"}}},"links":{"GetEntity":{"$ref":"#/components/links/GetEntity"},"ReplaceEntity":{"$ref":"#/components/links/ReplaceEntity"},"UpdateEntity":{"$ref":"#/components/links/UpdateEntity"},"DeleteEntity":{"$ref":"#/components/links/DeleteEntity"},"ReplaceEntityTags":{"$ref":"#/components/links/ReplaceEntityTags"},"AddEntityTag":{"$ref":"#/components/links/AddEntityTag"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/entities/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getEntity","tags":["entities"],"summary":"Reads an entity.","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatch"}],"responses":{"200":{"description":"The entity.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entity"}}}},"304":{"$ref":"#/components/responses/NotModified"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"put":{"operationId":"replaceEntity","tags":["entities"],"summary":"Stores an entity under an id that the client chose, or replaces it.","description":"Everything that a client can set is replaced; what the service computes may be echoed, but not changed.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatchStar"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EntityReplace"},"examples":{"Person":{"$ref":"#/components/examples/Person"}}}}},"responses":{"200":{"description":"The entity as replaced.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entity"}}}},"201":{"description":"The entity as created.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entity"}}},"links":{"GetEntity":{"$ref":"#/components/links/GetEntity"},"UpdateEntity":{"$ref":"#/components/links/UpdateEntity"},"DeleteEntity":{"$ref":"#/components/links/DeleteEntity"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"patch":{"operationId":"updateEntity","tags":["entities"],"summary":"Changes some fields of an entity.","description":"JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. Identifiers are merged by scheme.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"requestBody":{"required":true,"content":{"application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/EntityPatch"},"examples":{"EntityChange":{"$ref":"#/components/examples/EntityChange"}}},"application/json":{"schema":{"$ref":"#/components/schemas/EntityPatch"}}}},"responses":{"200":{"description":"The entity as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Entity"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"deleteEntity","tags":["entities"],"summary":"Deletes an entity for good.","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"responses":{"204":{"description":"It is gone, and everything that pointed to it is unlinked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/entities/{id}/tags":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"replaceEntityTags","tags":["tags"],"summary":"Sets all tags of one entity.","description":"Tags that are new are made.\n","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagNames"},"examples":{"TagNames":{"$ref":"#/components/examples/TagNames"}}}}},"responses":{"204":{"description":"The tags are exactly these."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/entities/{id}/tags/{name}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"addEntityTag","tags":["tags"],"summary":"Puts a tag on one entity.","description":"A tag that is new is made.\n","parameters":[{"$ref":"#/components/parameters/TagName"}],"responses":{"204":{"description":"It has the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"removeEntityTag","tags":["tags"],"summary":"Takes a tag off one entity.","parameters":[{"$ref":"#/components/parameters/TagKey"}],"responses":{"204":{"description":"It hasn't the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/events":{"get":{"operationId":"listEvents","tags":["events"],"summary":"Finds events.","parameters":[{"$ref":"#/components/parameters/Entity"},{"$ref":"#/components/parameters/AnyEntity"},{"$ref":"#/components/parameters/NotEntity"},{"$ref":"#/components/parameters/ArticleId"},{"$ref":"#/components/parameters/Tag"},{"$ref":"#/components/parameters/AnyTag"},{"$ref":"#/components/parameters/NotTag"},{"$ref":"#/components/parameters/Untagged"},{"$ref":"#/components/parameters/From"},{"$ref":"#/components/parameters/To"},{"$ref":"#/components/parameters/Tz"},{"$ref":"#/components/parameters/Match"},{"$ref":"#/components/parameters/EventStatus"},{"$ref":"#/components/parameters/Text"},{"$ref":"#/components/parameters/EventSort"},{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"}],"responses":{"200":{"description":"A page of the events that match.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EventPage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one event a line; limit and count have no say."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"post":{"operationId":"createEvent","tags":["events"],"summary":"Stores an event.","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EventCreate"},"examples":{"Event":{"$ref":"#/components/examples/Event"}}}}},"responses":{"201":{"description":"The event as stored.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"},"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}},"links":{"GetEvent":{"$ref":"#/components/links/GetEvent"},"ReplaceEvent":{"$ref":"#/components/links/ReplaceEvent"},"UpdateEvent":{"$ref":"#/components/links/UpdateEvent"},"DeleteEvent":{"$ref":"#/components/links/DeleteEvent"},"ReplaceEventTags":{"$ref":"#/components/links/ReplaceEventTags"},"AddEventTag":{"$ref":"#/components/links/AddEventTag"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/events/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getEvent","tags":["events"],"summary":"Reads an event.","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatch"}],"responses":{"200":{"description":"The event.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}}},"304":{"$ref":"#/components/responses/NotModified"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"put":{"operationId":"replaceEvent","tags":["events"],"summary":"Stores an event under an id that the client chose, or replaces it.","description":"Everything that a client can set is replaced; what the service computes may be echoed, but not changed.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatchStar"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EventReplace"},"examples":{"Event":{"$ref":"#/components/examples/Event"}}}}},"responses":{"200":{"description":"The event as replaced.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}}},"201":{"description":"The event as created.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}},"links":{"GetEvent":{"$ref":"#/components/links/GetEvent"},"UpdateEvent":{"$ref":"#/components/links/UpdateEvent"},"DeleteEvent":{"$ref":"#/components/links/DeleteEvent"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"patch":{"operationId":"updateEvent","tags":["events"],"summary":"Changes some fields of an event.","description":"JSON Merge Patch (RFC 7396): null takes a field away; a list replaces the whole list. So does a location.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"requestBody":{"required":true,"content":{"application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/EventPatch"},"examples":{"EventChange":{"$ref":"#/components/examples/EventChange"}}},"application/json":{"schema":{"$ref":"#/components/schemas/EventPatch"}}}},"responses":{"200":{"description":"The event as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"deleteEvent","tags":["events"],"summary":"Deletes an event for good.","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"responses":{"204":{"description":"It is gone, and everything that pointed to it is unlinked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/events/{id}/tags":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"replaceEventTags","tags":["tags"],"summary":"Sets all tags of one event.","description":"Tags that are new are made.\n","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagNames"},"examples":{"TagNames":{"$ref":"#/components/examples/TagNames"}}}}},"responses":{"204":{"description":"The tags are exactly these."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/events/{id}/tags/{name}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"put":{"operationId":"addEventTag","tags":["tags"],"summary":"Puts a tag on one event.","description":"A tag that is new is made.\n","parameters":[{"$ref":"#/components/parameters/TagName"}],"responses":{"204":{"description":"It has the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"removeEventTag","tags":["tags"],"summary":"Takes a tag off one event.","parameters":[{"$ref":"#/components/parameters/TagKey"}],"responses":{"204":{"description":"It hasn't the tag."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/tags":{"get":{"operationId":"listTags","tags":["tags"],"summary":"Finds tags.","parameters":[{"$ref":"#/components/parameters/TagPrefix"},{"$ref":"#/components/parameters/TagSort"},{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"}],"responses":{"200":{"description":"A page of the tags that match.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagPage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one tag a line; limit and count have no say."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"post":{"operationId":"createTag","tags":["tags"],"summary":"Stores a tag.","description":"Tags are also made by their first use.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagCreate"},"examples":{"Tag":{"$ref":"#/components/examples/Tag"}}}}},"responses":{"201":{"description":"The tag as stored.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Location":{"$ref":"#/components/headers/Location"},"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Tag"}}},"links":{"GetTag":{"$ref":"#/components/links/GetTag"},"UpdateTag":{"$ref":"#/components/links/UpdateTag"},"DeleteTag":{"$ref":"#/components/links/DeleteTag"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/tags/{name}":{"parameters":[{"$ref":"#/components/parameters/TagKey"}],"get":{"operationId":"getTag","tags":["tags"],"summary":"Reads a tag.","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatch"}],"responses":{"200":{"description":"The tag.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Tag"}}}},"304":{"$ref":"#/components/responses/NotModified"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"patch":{"operationId":"updateTag","tags":["tags"],"summary":"Renames, describes or colours a tag.","description":"Renamed onto a tag that exists, it is merged into that one, which is then the answer.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"requestBody":{"required":true,"content":{"application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/TagPatch"},"examples":{"TagChange":{"$ref":"#/components/examples/TagChange"}}},"application/json":{"schema":{"$ref":"#/components/schemas/TagPatch"}}}},"responses":{"200":{"description":"The tag as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Content-Location":{"$ref":"#/components/headers/Content-Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Tag"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"delete":{"operationId":"deleteTag","tags":["tags"],"summary":"Takes a tag off everything, and deletes it.","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"responses":{"204":{"description":"It is gone, and everything that pointed to it is unlinked."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/taggings":{"post":{"operationId":"applyTagging","tags":["tags"],"summary":"Adds and removes tags on many resources.","description":"One transaction: all or nothing. A filter is the query of the matching list, such as `entity=…&from=…`. It is answered as lists are, of the moment before the tagging, and may have at most 10,000\nmatches of a kind; more are refused (422 `too-many`): narrow it, by dates for instance, and send several requests.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Tagging"},"examples":{"Tagging":{"$ref":"#/components/examples/Tagging"}}}}},"responses":{"200":{"description":"How many resources were meant, and how many of them changed.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TaggingResult"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/sources":{"get":{"operationId":"listSources","tags":["sources"],"summary":"Lists the outlets, by name.","parameters":[{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"}],"responses":{"200":{"description":"A page of the sources.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/SourcePage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one source a line; limit and count have no say."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/sources/{name}":{"parameters":[{"$ref":"#/components/parameters/SourceName"}],"get":{"operationId":"getSource","tags":["sources"],"summary":"Reads a source.","parameters":[{"$ref":"#/components/parameters/IfMatch"},{"$ref":"#/components/parameters/IfNoneMatch"}],"responses":{"200":{"description":"The source.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Source"}}}},"304":{"$ref":"#/components/responses/NotModified"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"patch":{"operationId":"updateSource","tags":["sources"],"summary":"Says how an outlet writes dates.","description":"Concerns pages that are read from then on.\n","parameters":[{"$ref":"#/components/parameters/IfMatch"}],"requestBody":{"required":true,"content":{"application/merge-patch+json":{"schema":{"$ref":"#/components/schemas/SourcePatch"},"examples":{"SourceChange":{"$ref":"#/components/examples/SourceChange"}}},"application/json":{"schema":{"$ref":"#/components/schemas/SourcePatch"}}}},"responses":{"200":{"description":"The source as it is now.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Source"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"428":{"$ref":"#/components/responses/PreconditionRequired"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/changes":{"get":{"operationId":"listChanges","tags":["changes"],"summary":"Reads what happened, in commit order.","description":"One sequence for all resources, without gaps, tombstones included.\n","parameters":[{"$ref":"#/components/parameters/After"},{"$ref":"#/components/parameters/Limit"}],"responses":{"200":{"description":"The changes after the one given.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/ChangePage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All changes after the one given, one a line."}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"410":{"$ref":"#/components/responses/Gone"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports":{"get":{"operationId":"listImports","tags":["imports"],"summary":"Lists the files seen in the watched folder.","description":"In the order of their paths, as the database has them. A file that only waits for its turn has no row there yet, or one of\nan older version of it: it is shown as it stands now where its `path` is asked for, and where `waiting`, `queued` and\n`importing` are the only states asked for (alone or with `pathPrefix`). The status counts such files too.\n","parameters":[{"$ref":"#/components/parameters/ImportState"},{"$ref":"#/components/parameters/ImportReason"},{"$ref":"#/components/parameters/ImportPath"},{"$ref":"#/components/parameters/ImportPathBase64"},{"$ref":"#/components/parameters/ImportPathPrefix"},{"$ref":"#/components/parameters/Limit"},{"$ref":"#/components/parameters/Cursor"},{"$ref":"#/components/parameters/Count"}],"responses":{"200":{"description":"A page of the files that match, by path.","headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportPage"}},"application/x-ndjson":{"schema":{"type":"string","description":"All matches from the cursor on, one file a line; limit and count have no say."}}},"links":{"GetImport":{"$ref":"#/components/links/GetImport"},"RetryImport":{"$ref":"#/components/links/RetryImport"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/status":{"get":{"operationId":"getImportStatus","tags":["imports"],"summary":"Says what the import is doing.","responses":{"200":{"description":"The state of the import.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportStatus"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"getImport","tags":["imports"],"summary":"Says what became of a file.","description":"The `importId` of an article is the id of the file that it came from. A file on its way is shown as it stands now.\n","responses":{"200":{"description":"The row of the file.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportRecord"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/retry":{"post":{"operationId":"retryImports","tags":["imports"],"summary":"Has all files of a state tried again, although they have not changed.","description":"Files are tried again by themselves when they change, or when a later version of the program reads more. This is for\neverything else: a cause that was removed, an article that was in the way.\n","parameters":[{"$ref":"#/components/parameters/RetriedState"},{"$ref":"#/components/parameters/RetriedReason"},{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"202":{"description":"How many files were taken up.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/RetryResult"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/{id}/retry":{"post":{"operationId":"retryImport","tags":["imports"],"summary":"Has one file tried again, although it has not changed.","description":"The answer is the row as it stands then, on its way or through already. A file of another folder than the one that is watched\nnow is 404.\n","parameters":[{"$ref":"#/components/parameters/Id"},{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"202":{"description":"The row of the file.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportRecord"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/deletes/confirm":{"post":{"operationId":"confirmImportDeletes","tags":["imports"],"summary":"Carries out the deletions that are held.","description":"Where very many files are gone at once, or the folder is another one than before, the articles of the missing files stay\nuntouched until they come back or somebody says here that they are gone for good. A folder that was replaced is accepted.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"200":{"description":"How many deletions were carried out.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ConfirmResult"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/pause":{"post":{"operationId":"pauseImport","tags":["imports"],"summary":"Has nothing of the watched folder read or written for now.","description":"What is being written is ended first. The folder is still followed, clients can write, and nothing is lost: what comes meanwhile\nis taken after `POST /v1/imports/resume`, or when the service starts anew. `scan?wait=true` is 409 meanwhile.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"200":{"description":"It is paused; `state` says so, `reason` is `requested`.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportStatus"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/resume":{"post":{"operationId":"resumeImport","tags":["imports"],"summary":"Ends a pause.","description":"A pause that the service has made by itself, as on a full disk, ends by itself.\n","parameters":[{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"200":{"description":"The folder as it is now.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportStatus"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/scan":{"post":{"operationId":"scanFolder","tags":["imports"],"summary":"Has the watched folder looked through.","description":"With `wait=true` it is a barrier: the answer comes when nothing that was on the disk before the call is still waiting,\nqueued or being imported.\n","parameters":[{"$ref":"#/components/parameters/Wait"},{"$ref":"#/components/parameters/WaitTimeout"},{"$ref":"#/components/parameters/IdempotencyKey"}],"responses":{"200":{"description":"Everything that was there has been dealt with.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportStatus"}}}},"202":{"description":"The folder is being looked through.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImportStatus"}}}},"504":{"$ref":"#/components/responses/ScanTimedOut"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/ImportConflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}},"/v1/imports/preview":{"post":{"operationId":"previewFile","tags":["imports"],"summary":"Shows what would become of a file, and stores nothing.","description":"The content decides how the file is read; `filename`, or else the content type, only hints. What can't be read at all is 422\nwith its `reason`, as a file in the folder would have it. With `filename` the content type may be missing, or be\n`application/x-www-form-urlencoded`, which `curl` sends unasked. Where clients are still taking so many answers that there is\nno room for this one it is 503 `overloaded`, as for a read.\n","parameters":[{"$ref":"#/components/parameters/Filename"}],"requestBody":{"required":true,"description":"The file as it is; at most 32 MiB.","content":{"text/plain":{"schema":{"type":"string"},"examples":{"Page":{"$ref":"#/components/examples/Page"}}},"text/html":{"schema":{"type":"string"},"examples":{"HTMLPage":{"$ref":"#/components/examples/HTMLPage"}}},"text/markdown":{"schema":{"type":"string"},"examples":{"MarkdownPage":{"$ref":"#/components/examples/MarkdownPage"}}},"application/json":{"schema":{},"examples":{"Article":{"$ref":"#/components/examples/Article"}}},"application/x-ndjson":{"schema":{"type":"string"},"examples":{"ArticleLines":{"$ref":"#/components/examples/ArticleLines"}}},"application/rss+xml":{"schema":{"type":"string"},"examples":{"Feed":{"$ref":"#/components/examples/Feed"}}},"application/atom+xml":{"schema":{"type":"string"}},"application/xml":{"schema":{"type":"string"}},"text/xml":{"schema":{"type":"string"}},"application/xhtml+xml":{"schema":{"type":"string"}},"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}},"responses":{"200":{"description":"The articles as they would be stored, and how they were found.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/FilePreview"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}}},"/v1/imports/reread":{"get":{"operationId":"getReread","tags":["imports"],"summary":"Tells how far reading again has come, or what the last run came to.","responses":{"200":{"description":"The run that is under way, or the last one since the service was started.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/RereadStatus"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"},"504":{"$ref":"#/components/responses/TimedOut"}}},"post":{"operationId":"startReread","tags":["imports"],"summary":"Reads articles again from the pages and feeds that are kept of them.","description":"With today's reader, and with what is known today of how their sources write dates. Without a filter all articles are read again. What\nthe reader finds now replaces what it found then; a field that a client has changed since stays, and is told as a conflict. It runs\nin the background, one run at a time (409 while another one is under way); begun again after a crash, it finishes what is left. With\n`dryRun=true` nothing is written: the answer tells what would be different. With `wait=true` the answer comes when the run is over.\n","parameters":[{"$ref":"#/components/parameters/RereadDryRun"},{"$ref":"#/components/parameters/RereadExamples"},{"$ref":"#/components/parameters/Wait"},{"$ref":"#/components/parameters/WaitTimeout"},{"$ref":"#/components/parameters/IdempotencyKey"},{"$ref":"#/components/parameters/Entity"},{"$ref":"#/components/parameters/AnyEntity"},{"$ref":"#/components/parameters/NotEntity"},{"$ref":"#/components/parameters/EntityType"},{"$ref":"#/components/parameters/Tag"},{"$ref":"#/components/parameters/AnyTag"},{"$ref":"#/components/parameters/NotTag"},{"$ref":"#/components/parameters/Untagged"},{"$ref":"#/components/parameters/Event"},{"$ref":"#/components/parameters/AllEvent"},{"$ref":"#/components/parameters/Source"},{"$ref":"#/components/parameters/Language"},{"$ref":"#/components/parameters/DateStatus"},{"$ref":"#/components/parameters/From"},{"$ref":"#/components/parameters/To"},{"$ref":"#/components/parameters/Tz"},{"$ref":"#/components/parameters/Match"},{"$ref":"#/components/parameters/Within"},{"$ref":"#/components/parameters/Text"},{"$ref":"#/components/parameters/CreatedFrom"},{"$ref":"#/components/parameters/CreatedTo"},{"$ref":"#/components/parameters/UpdatedFrom"}],"responses":{"200":{"description":"The run is over.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/RereadStatus"}}}},"202":{"description":"The run has begun.","headers":{"Idempotency-Replayed":{"$ref":"#/components/headers/IdempotencyReplayed"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/RereadStatus"}}}},"504":{"$ref":"#/components/responses/RereadTimedOut"},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"405":{"$ref":"#/components/responses/MethodNotAllowed"},"406":{"$ref":"#/components/responses/NotAcceptable"},"408":{"$ref":"#/components/responses/RequestTimeout"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/ContentTooLarge"},"414":{"$ref":"#/components/responses/URITooLong"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"417":{"$ref":"#/components/responses/ExpectationFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"431":{"$ref":"#/components/responses/HeadersTooLarge"},"503":{"$ref":"#/components/responses/Unavailable"}}}}},"components":{"securitySchemes":{"token":{"type":"http","scheme":"bearer","description":"Made with `dateline token create`; `read` or `write`."}},"parameters":{"Id":{"name":"id","in":"path","required":true,"description":"A UUID in lower case.","schema":{"$ref":"#/components/schemas/Id"}},"EntityId":{"name":"entityId","in":"path","required":true,"description":"The id of an entity.","schema":{"$ref":"#/components/schemas/Id"}},"EventId":{"name":"eventId","in":"path","required":true,"description":"The id of an event.","schema":{"$ref":"#/components/schemas/Id"}},"TagName":{"name":"name","in":"path","required":true,"description":"The name of a tag, in any case.","schema":{"$ref":"#/components/schemas/TagName"}},"TagKey":{"name":"name","in":"path","required":true,"description":"The name of a tag, in any case; what can't be one is no tag.","schema":{"type":"string","minLength":1},"example":"geo:gaza"},"SourceName":{"name":"name","in":"path","required":true,"description":"The name of a source, in any case.","schema":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"example":"NewsTrack"},"Slug":{"name":"slug","in":"path","required":true,"description":"The last part of a problem's type.","schema":{"$ref":"#/components/schemas/ProblemSlug"}},"Filename":{"name":"filename","in":"query","description":"The name that the file has; its extension hints at the format.","schema":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"example":"page.html"},"Limit":{"name":"limit","in":"query","description":"The most items of a page. One that comes to 8 MiB ends before that; only without `nextCursor` it is the last.","schema":{"type":"integer","minimum":1,"maximum":200,"default":50}},"FacetLimit":{"name":"limit","in":"query","description":"The most buckets of each facet.","schema":{"type":"integer","minimum":1,"maximum":200,"default":20}},"Cursor":{"name":"cursor","in":"query","description":"The `nextCursor` of the page before, with the same filters and order; 400 with others.","schema":{"type":"string","minLength":1,"maxLength":6144}},"Count":{"name":"count","in":"query","description":"Whether `total` is wanted.","schema":{"type":"boolean","default":false}},"Entity":{"name":"entity","in":"query","description":"Id, name or alias; blind to case and accents. Repeated, all of them. (Of an event, who takes part, or the place.)","schema":{"$ref":"#/components/schemas/EntitySelectors"}},"AnyEntity":{"name":"anyEntity","in":"query","description":"As `entity`; repeated, at least one of them.","schema":{"$ref":"#/components/schemas/EntitySelectors"}},"NotEntity":{"name":"notEntity","in":"query","description":"As `entity`; repeated, none of them.","schema":{"$ref":"#/components/schemas/EntitySelectors"}},"EntityType":{"name":"entityType","in":"query","description":"Mentions at least one entity of that type; repeated, of any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/EntityType"}}},"Tag":{"name":"tag","in":"query","description":"The name of a tag, or its beginning with a `*` (`geo:*`). Repeated, all of them.","schema":{"$ref":"#/components/schemas/TagSelectors"}},"AnyTag":{"name":"anyTag","in":"query","description":"As `tag`; repeated, at least one of them.","schema":{"$ref":"#/components/schemas/TagSelectors"}},"NotTag":{"name":"notTag","in":"query","description":"As `tag`; repeated, none of them.","schema":{"$ref":"#/components/schemas/TagSelectors"}},"Untagged":{"name":"untagged","in":"query","description":"Only what has no tag at all.","schema":{"type":"boolean","default":false}},"Event":{"name":"event","in":"query","description":"The id of an event; repeated, any of them. An id of another form fits nothing.","schema":{"type":"array","maxItems":50,"items":{"type":"string"}}},"AllEvent":{"name":"allEvent","in":"query","description":"The id of an event; repeated, all of them. An id of another form fits nothing.","schema":{"type":"array","maxItems":50,"items":{"type":"string"}}},"ArticleId":{"name":"article","in":"query","description":"The id of an article that tells of it; repeated, any of them. An id of another form fits nothing.","schema":{"type":"array","maxItems":50,"items":{"type":"string"}}},"Source":{"name":"source","in":"query","description":"The name of a source; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/Name"}}},"Language":{"name":"language","in":"query","description":"A BCP 47 language tag; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/Language"}}},"DateStatus":{"name":"dateStatus","in":"query","description":"How sure the publication date is; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/DateStatus"}}},"From":{"name":"from","in":"query","description":"Not before this date, inclusive at its own precision. What is undated is in no range.","schema":{"$ref":"#/components/schemas/ZonedPartialDateInput"},"example":"2024-03-25"},"To":{"name":"to","in":"query","description":"Not after this date, inclusive at its own precision (`from=2024-03&to=2024-03` is the month). An end before the start is 400.\n","schema":{"$ref":"#/components/schemas/ZonedPartialDateInput"},"example":"2024-03-26"},"Tz":{"name":"tz","in":"query","description":"The IANA time zone in which bounds without a time, or without an offset, are meant; UTC where none is given.","schema":{"$ref":"#/components/schemas/TimeZone"}},"Match":{"name":"match","in":"query","description":"Whether the interval may overlap the range (`possible`) or has to lie within it (`certain`).","schema":{"type":"string","enum":["possible","certain"],"default":"possible"}},"Within":{"name":"within","in":"query","description":"The article's interval lies within that of this date, whatever `from`, `to` and `match` say.","schema":{"$ref":"#/components/schemas/PartialDateInput"},"example":"2024-03"},"Text":{"name":"q","in":"query","description":"Full text: words (all must occur), `\"a phrase\"`, `a OR b`, `-without`, `prefix*`; at most 32 terms. Any text is safe:\nwhat isn't this syntax is words.\n","schema":{"type":"string","maxLength":512},"example":"\"cease-fire talks\" OR truce"},"CreatedFrom":{"name":"createdFrom","in":"query","description":"Stored in the service at this time or later.","schema":{"$ref":"#/components/schemas/ZonedPartialDateInput"}},"CreatedTo":{"name":"createdTo","in":"query","description":"Stored in the service at this time or earlier, inclusive at its own precision.","schema":{"$ref":"#/components/schemas/ZonedPartialDateInput"}},"UpdatedFrom":{"name":"updatedFrom","in":"query","description":"Changed in the service at this time or later.","schema":{"$ref":"#/components/schemas/ZonedPartialDateInput"}},"EntityPrefix":{"name":"q","in":"query","description":"The beginning of a name or alias; blind to case and accents.","schema":{"type":"string","maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"},"example":"blink"},"EntityTypes":{"name":"type","in":"query","description":"The type; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/EntityType"}}},"Identifier":{"name":"identifier","in":"query","description":"Scheme and value, as in `wikidata:Q7747`; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"type":"string","minLength":3,"maxLength":351,"pattern":"^[!-9;-~]{1,50}:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}}},"EventStatus":{"name":"status","in":"query","description":"The status; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/EventStatus"}}},"TagPrefix":{"name":"q","in":"query","description":"The beginning of the name; blind to case and accents.","schema":{"type":"string","maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"},"example":"geo:"},"ImportState":{"name":"state","in":"query","description":"The state; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"$ref":"#/components/schemas/ImportState"}}},"ImportReason":{"name":"reason","in":"query","description":"The reason; repeated, any of them.","schema":{"type":"array","maxItems":50,"items":{"type":"string","minLength":1,"maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}}},"ImportPath":{"name":"path","in":"query","description":"The path below the watched folder, exactly; at most 8000 bytes. A file that was moved is also found by its `origin`.","schema":{"type":"string","minLength":1,"maxLength":8000,"pattern":"^[^\\x00]*$"}},"ImportPathBase64":{"name":"pathBase64","in":"query","description":"The same as `path`, instead of it, where the path isn't UTF-8; as `pathBase64` of a file says it. `+` has to be written as `%2B`.","schema":{"type":"string","contentEncoding":"base64","minLength":4,"maxLength":8000,"pattern":"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"},"example":"Y2Fm6S50eHQ="},"ImportPathPrefix":{"name":"pathPrefix","in":"query","description":"The beginning of the path below the watched folder.","schema":{"type":"string","minLength":1,"maxLength":8000,"pattern":"^[^\\x00]*$"}},"RetriedState":{"name":"state","in":"query","required":true,"description":"Which files to try again.","schema":{"type":"string","enum":["failed","partial","retrying","skipped"]},"example":"failed"},"RetriedReason":{"name":"reason","in":"query","description":"Only those with this reason.","schema":{"type":"string","minLength":1,"maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"example":"too-large"},"ArticleSort":{"name":"sort","in":"query","description":"Undated articles come last in the orders by date. `relevance` needs `q` (400).","schema":{"type":"string","enum":["-datePublished","datePublished","-createdAt","createdAt","-updatedAt","relevance"],"x-enum-varnames":["newestPublished","oldestPublished","newestCreated","oldestCreated","newestUpdated","relevance"],"default":"-datePublished"}},"EntitySort":{"name":"sort","in":"query","schema":{"type":"string","enum":["name","-articleCount","-lastPublished"],"x-enum-varnames":["name","mostArticles","lastPublished"],"default":"name"}},"EventSort":{"name":"sort","in":"query","description":"Events without a date come last in the orders by date.","schema":{"type":"string","enum":["-startDate","startDate","-articleCount"],"x-enum-varnames":["newest","oldest","mostArticles"],"default":"-startDate"}},"TagSort":{"name":"sort","in":"query","schema":{"type":"string","enum":["name","-articleCount"],"x-enum-varnames":["name","mostArticles"],"default":"name"}},"Fields":{"name":"fields","in":"query","description":"Only these fields of each item, separated by commas; `id` always comes along.","schema":{"type":"string","maxLength":500,"pattern":"^(id|version|headline|body|abstract|byline|source|url|language|datePublished|dateModified|dateStatus|tags|mentions|events|wordCount|contentHash|importId|sourceMissingSince|createdAt|updatedAt|highlights)(,(id|version|headline|body|abstract|byline|source|url|language|datePublished|dateModified|dateStatus|tags|mentions|events|wordCount|contentHash|importId|sourceMissingSince|createdAt|updatedAt|highlights))*$"},"example":"headline,datePublished"},"Include":{"name":"include","in":"query","description":"Has the items carry `body`.","schema":{"type":"string","enum":["body"]}},"Facet":{"name":"facet","in":"query","required":true,"description":"What to count by; repeated, each of them.","schema":{"type":"array","minItems":1,"maxItems":50,"items":{"$ref":"#/components/schemas/FacetName"}}},"OnConflict":{"name":"onConflict","in":"query","description":"Where the URL is taken, fail with 409 (`error`), answer the stored article (`return`) or replace it (`update`).","schema":{"type":"string","enum":["error","return","update"],"default":"error"}},"Atomic":{"name":"atomic","in":"query","description":"Whether one failure undoes all.","schema":{"type":"boolean","default":false}},"Wait":{"name":"wait","in":"query","description":"Whether to answer only when everything is dealt with.","schema":{"type":"boolean","default":false}},"WaitTimeout":{"name":"timeout","in":"query","description":"How many seconds to wait at most.","schema":{"type":"integer","minimum":1,"maximum":600,"default":60}},"RereadDryRun":{"name":"dryRun","in":"query","description":"Whether only to tell what would be different.","schema":{"type":"boolean","default":false}},"RereadExamples":{"name":"examples","in":"query","description":"How many of the articles that are different are shown; all are counted.","schema":{"type":"integer","minimum":0,"maximum":200,"default":50}},"After":{"name":"after","in":"query","description":"The sequence of the last change that is known already; 0 for none.","schema":{"type":"integer","format":"int64","minimum":0,"maximum":9223372036854775807,"default":0}},"IfMatch":{"name":"If-Match","in":"header","description":"Entity tags one of which the resource has to have, or `*` (RFC 9110 §13.1.1).","schema":{"type":"string","maxLength":1024,"pattern":"^(\\*|(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*(W/)?\"[!#-~]*\")*)$"}},"IfNoneMatch":{"name":"If-None-Match","in":"header","description":"Entity tags under which the client knows the resource (RFC 9110 §13.1.2).","schema":{"type":"string","maxLength":1024,"pattern":"^(\\*|(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*(W/)?\"[!#-~]*\")*)$"}},"IfNoneMatchStar":{"name":"If-None-Match","in":"header","description":"`*` where the resource may not exist yet.","schema":{"type":"string","enum":["*"]}},"IdempotencyKey":{"name":"Idempotency-Key","in":"header","description":"Chosen by the client for this request and its repetitions; the first answer is kept for 24 hours.","schema":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-~]{1,255}$"}}},"headers":{"ETag":{"description":"Strong: the version of the resource and, after a dot, a digest of the fields that follow other resources by themselves (counts, first and last publication, linking). If-Match looks at the version alone.","required":true,"schema":{"type":"string","pattern":"^\"[!#-~]+\"$"}},"ReprDigest":{"description":"The SHA-256 of the content (RFC 9530).","required":true,"schema":{"type":"string","pattern":"^sha-256=:[A-Za-z0-9+/]{43}=:$"}},"Location":{"description":"Where the resource is.","required":true,"schema":{"type":"string","format":"uri-reference"}},"Content-Location":{"description":"Where the resource is; another address than before where it was renamed.","required":true,"schema":{"type":"string","format":"uri-reference"}},"Link":{"description":"The next page, where there is one (RFC 8288), with `rel=\"next\"`.","schema":{"type":"string"}},"IdempotencyReplayed":{"description":"`true` where this is the kept answer of an earlier request with the same Idempotency-Key.","schema":{"type":"string","enum":["true"]}},"RetryAfter":{"description":"Seconds after which to try again.","required":true,"schema":{"type":"integer","minimum":0}},"Allow":{"description":"The methods of this path.","required":true,"schema":{"type":"string"}}},"links":{"GetArticle":{"operationId":"getArticle","parameters":{"id":"$response.body#/id"}},"GetProvenance":{"operationId":"getProvenance","parameters":{"id":"$response.body#/id"}},"ReplaceArticle":{"operationId":"replaceArticle","parameters":{"id":"$response.body#/id"}},"UpdateArticle":{"operationId":"updateArticle","parameters":{"id":"$response.body#/id"}},"DeleteArticle":{"operationId":"deleteArticle","parameters":{"id":"$response.body#/id"}},"ReplaceArticleTags":{"operationId":"replaceArticleTags","parameters":{"id":"$response.body#/id"}},"AddArticleTag":{"operationId":"addArticleTag","parameters":{"id":"$response.body#/id"}},"GetEntity":{"operationId":"getEntity","parameters":{"id":"$response.body#/id"}},"ReplaceEntity":{"operationId":"replaceEntity","parameters":{"id":"$response.body#/id"}},"UpdateEntity":{"operationId":"updateEntity","parameters":{"id":"$response.body#/id"}},"DeleteEntity":{"operationId":"deleteEntity","parameters":{"id":"$response.body#/id"}},"ReplaceEntityTags":{"operationId":"replaceEntityTags","parameters":{"id":"$response.body#/id"}},"AddEntityTag":{"operationId":"addEntityTag","parameters":{"id":"$response.body#/id"}},"GetImport":{"operationId":"getImport","parameters":{"id":"$response.body#/items/0/id"}},"RetryImport":{"operationId":"retryImport","parameters":{"id":"$response.body#/items/0/id"}},"GetEvent":{"operationId":"getEvent","parameters":{"id":"$response.body#/id"}},"ReplaceEvent":{"operationId":"replaceEvent","parameters":{"id":"$response.body#/id"}},"UpdateEvent":{"operationId":"updateEvent","parameters":{"id":"$response.body#/id"}},"DeleteEvent":{"operationId":"deleteEvent","parameters":{"id":"$response.body#/id"}},"ReplaceEventTags":{"operationId":"replaceEventTags","parameters":{"id":"$response.body#/id"}},"AddEventTag":{"operationId":"addEventTag","parameters":{"id":"$response.body#/id"}},"GetTag":{"operationId":"getTag","parameters":{"name":"$response.body#/name"}},"UpdateTag":{"operationId":"updateTag","parameters":{"name":"$response.body#/name"}},"DeleteTag":{"operationId":"deleteTag","parameters":{"name":"$response.body#/name"}}},"responses":{"NotModified":{"description":"The client's copy is up to date.","headers":{"ETag":{"$ref":"#/components/headers/ETag"}}},"BadRequest":{"description":"The request can't be understood, such as JSON that isn't, an unknown parameter, a bad value or cursor (`bad-request`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"},"examples":{"BadParameter":{"$ref":"#/components/examples/BadParameter"}}}}},"Unauthorized":{"description":"A token is needed, or the one sent isn't valid (`unauthorized`).","headers":{"WWW-Authenticate":{"schema":{"type":"string"}}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"Forbidden":{"description":"The `Host` or the `Origin` isn't one that may ask, or the token doesn't allow it (`forbidden`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"NotFound":{"description":"There is no such resource (`not-found`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"MethodNotAllowed":{"description":"The path has no such method (`method-not-allowed`).","headers":{"Allow":{"$ref":"#/components/headers/Allow"}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"NotAcceptable":{"description":"The answer doesn't come in any form that `Accept` takes (`not-acceptable`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"RequestTimeout":{"description":"The request came too slowly (`request-timeout`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"Conflict":{"description":"A value that has to be unique is taken (`conflict`; `existing` says by what), the id belonged to something deleted, or\nthe first request with this Idempotency-Key is still running.\n","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"},"examples":{"Taken":{"$ref":"#/components/examples/Taken"}}}}},"ImportConflict":{"description":"No folder is watched, or the file is gone (`conflict`), or the first request with this Idempotency-Key is still running.\n","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"},"examples":{"NoFolder":{"$ref":"#/components/examples/NoFolder"}}}}},"Gone":{"description":"Changes that old are no longer kept (`gone`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"PreconditionFailed":{"description":"The resource is at another version than `If-Match` asks for, or exists against `If-None-Match` (`precondition-failed`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"ContentTooLarge":{"description":"The body is larger than this path takes (`content-too-large`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"URITooLong":{"description":"Path and query are longer than 8 KiB (`uri-too-long`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"UnsupportedMediaType":{"description":"The `Content-Type` isn't one that this path takes, or is missing (`unsupported-media-type`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"ExpectationFailed":{"description":"`Expect` asks for something other than `100-continue` (`expectation-failed`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"Unprocessable":{"description":"The fields sent can't be accepted (`validation`): also what no schema can say, such as an id that doesn't exist, an end\nbefore the start, or a computed field that is changed. Or the Idempotency-Key was used for another request\n(`idempotency-mismatch`).\n","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"},"examples":{"Invalid":{"$ref":"#/components/examples/Invalid"}}}}},"PreconditionRequired":{"description":"The service is set up to demand `If-Match` (`precondition-required`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"TooManyRequests":{"description":"The token has made more requests than the service is set up to take of one (`too-many-requests`).","headers":{"Retry-After":{"$ref":"#/components/headers/RetryAfter"}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"HeadersTooLarge":{"description":"The header fields are larger or more than the service takes (`headers-too-large`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"Unavailable":{"description":"The service can't do this now (`unavailable`); `reason` says why.","headers":{"Retry-After":{"$ref":"#/components/headers/RetryAfter"}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"TimedOut":{"description":"The store took longer than a read may (`timeout`); a narrower question may succeed.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},"ScanTimedOut":{"description":"Not everything was dealt with in time (`timeout`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/ScanProblem"}}}},"RereadTimedOut":{"description":"The run isn't over yet, and goes on (`timeout`).","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/RereadProblem"}}}}},"schemas":{"Id":{"type":"string","format":"uuid","description":"A UUID (RFC 9562) in lower case; those that the service makes are version 7.","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$","examples":["018f3c1e-7b1a-7c3d-9e4f-0123456789ab"]},"Timestamp":{"type":"string","format":"date-time","description":"An exact instant in UTC.","examples":["2024-03-26T22:16:05.123Z"]},"PartialDate":{"type":"string","description":"A date as precise as it is known.","pattern":"^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z)?)?)?$","examples":["2024-03-26","2024-03-26T22:16Z"]},"PartialDateInput":{"type":"string","description":"A date as precise as it is known: year, month, day, minute or second. A time has `Z` or an offset; it is kept in UTC, and\nfractions of a second are dropped. A leap second is taken too.\n","maxLength":40,"pattern":"^((000[1-9]|00[1-9]\\d|0[1-9]\\d{2}|[1-9]\\d{3})(-(0[1-9]|1[0-2]))?|((000[1-9]|00[1-9]\\d|0[1-9]\\d{2}|[1-9]\\d{3})-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))|(\\d{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)([Tt ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d))?)$","examples":["2024-03-26","2024-03-26T22:16Z"]},"ZonedPartialDateInput":{"type":"string","description":"As any partial date; but a time may stand without `Z` or offset where a zone is known, of the source or in `tz` (422 and 400 else).","maxLength":40,"pattern":"^((000[1-9]|00[1-9]\\d|0[1-9]\\d{2}|[1-9]\\d{3})(-(0[1-9]|1[0-2]))?|((000[1-9]|00[1-9]\\d|0[1-9]\\d{2}|[1-9]\\d{3})-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))|(\\d{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)([Tt ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?)?)$","examples":["2024-03-26","2024-03-26T22:16Z"]},"TimeZone":{"type":"string","description":"The IANA name of a time zone.","maxLength":64,"pattern":"^(UTC|[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+)$","examples":["Asia/Riyadh"]},"Language":{"type":"string","description":"A language tag, well formed by BCP 47.","maxLength":35,"pattern":"^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8}|-[A-Za-z0-9]-[A-Za-z0-9]{2,8})*$","examples":["en","pt-BR"]},"WebAddress":{"type":"string","description":"An absolute http or https URL without user information.","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s\\x00-\\x1f\\x7f-\\x9f<>\\x22\\\\^`{|}]+([/?#][^\\s\\x00-\\x1f\\x7f-\\x9f<>\\x22\\\\^`{|}]*)?$","examples":["https://example.org/2024/03/26/talks"]},"Name":{"type":"string","description":"Unique without regard to case, accents and width. At least one character has to be visible.","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$","examples":["Antony Blinken"]},"TagName":{"type":"string","description":"Unique without regard to case, accents and width; the first spelling is kept. No comma, slash, asterisk or invisible character.","minLength":1,"maxLength":100,"pattern":"^(?!\\.{1,2}$)[^\\x00-\\x1f\\x7f-\\x9f,/*\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]*[^\\s\\x00-\\x1f\\x7f-\\x9f,/*\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb][^\\x00-\\x1f\\x7f-\\x9f,/*\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]*$","examples":["geo:gaza"]},"TagNames":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"EntitySelectors":{"type":"array","maxItems":50,"items":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}},"TagSelectors":{"type":"array","maxItems":50,"items":{"type":"string","minLength":1,"maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}},"DateStatus":{"type":"string","description":"Whether the text or the client says the date, it was worked out, or there is none.","enum":["stated","inferred","unknown"]},"EntityType":{"type":"string","enum":["person","organization","place","other"]},"EventStatus":{"type":"string","enum":["scheduled","happened","cancelled","postponed"]},"DateOrder":{"type":"string","description":"In what order an outlet writes day, month and year in numbers.","enum":["dmy","mdy","ymd"]},"FacetName":{"type":"string","enum":["tag","entity","source","language","event","year","month","day"]},"ImportState":{"type":"string","enum":["waiting","queued","importing","done","partial","retrying","failed","skipped","missing"]},"ProblemSlug":{"type":"string","enum":["validation","bad-request","unauthorized","forbidden","not-found","method-not-allowed","not-acceptable","request-timeout","conflict","gone","precondition-failed","content-too-large","uri-too-long","unsupported-media-type","expectation-failed","idempotency-mismatch","precondition-required","too-many-requests","headers-too-large","unavailable","timeout"]},"ServiceDescription":{"type":"object","required":["name","version","resources"],"properties":{"name":{"type":"string","examples":["dateline"]},"version":{"type":"string","examples":["1.0.0"]},"resources":{"type":"object","description":"The path of each collection, by its name.","required":["articles","entities","events","tags","sources","changes","imports"],"additionalProperties":{"type":"string"},"properties":{"articles":{"type":"string","examples":["/v1/articles"]},"entities":{"type":"string"},"events":{"type":"string"},"tags":{"type":"string"},"sources":{"type":"string"},"changes":{"type":"string"},"imports":{"type":"string"}}}}},"Health":{"type":"object","required":["status"],"properties":{"status":{"type":"string","enum":["ok"]}}},"Readiness":{"type":"object","required":["status"],"properties":{"status":{"type":"string","enum":["ok"]},"warnings":{"type":"array","description":"What isn't as it should be, though requests are answered; absent where there is nothing to tell.","minItems":1,"items":{"type":"object","required":["part","detail"],"properties":{"part":{"type":"string","description":"What it is about: `linking` (the search for new names in stored articles), `text-index` (its merging after much was imported), `retention` (dropping old pages), `tokens` (the tokens file), `inbox` (the watched folder; see `GET /v1/imports/status`), `log` (the database's log grows), `foreign-writer` (another program has written into the database; it stands until the next start). Others may come."},"detail":{"type":"string","description":"A sentence for people."}}}}}},"Problem":{"type":"object","description":"RFC 9457.","required":["type","title","status","detail"],"properties":{"type":{"type":"string","format":"uri-reference","description":"`/problems/` and a slug.","pattern":"^/problems/[a-z-]+$"},"title":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599},"detail":{"type":"string"},"instance":{"type":"string","format":"uri-reference","description":"The request it is about."},"errors":{"type":"array","description":"Everything that is wrong; at most 100.","maxItems":100,"items":{"$ref":"#/components/schemas/Fault"}},"errorCount":{"type":"integer","minimum":1,"description":"How many faults there are, where more than are listed."},"existing":{"$ref":"#/components/schemas/Id","description":"The resource that has the value already."},"line":{"type":"integer","minimum":1,"description":"Where the JSON or the file is broken."},"byteOffset":{"type":"integer","minimum":0,"description":"Where the JSON or the file is broken."},"reason":{"type":"string","description":"Why the service can't answer now (503): `disk-full`, `read-only`, `overloaded`, `shutting-down` or `storage-error`. Or why a\nfile can't be read (422), such as `empty`, `binary-content`, `parse-failed`, `entity-forbidden`.\n"}}},"Fault":{"type":"object","required":["code","detail"],"properties":{"pointer":{"type":"string","description":"JSON Pointer (RFC 6901) to the field; empty for the whole body."},"parameter":{"type":"string","description":"The name of the query parameter or header."},"code":{"type":"string","enum":["required","type","empty","too-long","too-many","too-complex","control-character","combining-marks","format","out-of-range","zone-missing","unknown-field","unknown-parameter","unknown-value","read-only","duplicate","not-found","inconsistent","cycle"]},"detail":{"type":"string"}}},"ScanProblem":{"type":"object","description":"A problem with the state of the import.","required":["type","title","status","detail","import"],"properties":{"type":{"type":"string","format":"uri-reference"},"title":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599},"detail":{"type":"string"},"instance":{"type":"string","format":"uri-reference"},"import":{"$ref":"#/components/schemas/ImportStatus"}}},"RereadProblem":{"type":"object","description":"A problem with the state of the run.","required":["type","title","status","detail","reread"],"properties":{"type":{"type":"string","format":"uri-reference"},"title":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599},"detail":{"type":"string"},"instance":{"type":"string","format":"uri-reference"},"reread":{"$ref":"#/components/schemas/RereadStatus"}}},"EntityReference":{"type":"object","required":["id","type","name"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"type":{"$ref":"#/components/schemas/EntityType"},"name":{"type":"string"}}},"EventReference":{"type":"object","required":["id","name","startDate"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]}}},"EntityName":{"type":"object","description":"An entity by name or alias; made where there is none.","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/components/schemas/Name"},"type":{"anyOf":[{"$ref":"#/components/schemas/EntityType"},{"type":"null"}]}}},"Mention":{"type":"object","description":"That the article speaks of an entity.","required":["entity","count","surfaces","status","linkedBy"],"properties":{"entity":{"$ref":"#/components/schemas/EntityReference"},"count":{"type":"integer","minimum":0,"description":"How often a name was found in headline and body."},"surfaces":{"type":"array","maxItems":20,"items":{"type":"string"},"description":"The spellings found."},"status":{"type":"string","enum":["auto","manual"],"description":"Found by the service or made by a client."},"linkedBy":{"type":"string","enum":["name","alias","weakAlias","client"]}}},"MentionWrite":{"type":"object","additionalProperties":false,"required":["entity"],"properties":{"entity":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EntityName"}]}}},"MentionEcho":{"type":"object","description":"A mention as it was read. Only those made by hand are set by it.","additionalProperties":false,"required":["entity"],"properties":{"entity":{"$ref":"#/components/schemas/EntityEcho"},"count":{"type":"integer","minimum":0},"surfaces":{"type":"array","maxItems":20,"items":{"type":"string"}},"status":{"type":"string","enum":["auto","manual"]},"linkedBy":{"type":"string","enum":["name","alias","weakAlias","client"]}}},"EntityEcho":{"type":"object","description":"An entity as it was read; the id counts.","additionalProperties":false,"required":["id"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"type":{"$ref":"#/components/schemas/EntityType"},"name":{"type":"string"}}},"EventEcho":{"type":"object","description":"An event as it was read; the id counts.","additionalProperties":false,"required":["id"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]}}},"Article":{"type":"object","required":["id","version","headline","body","abstract","byline","source","url","language","datePublished","dateModified","dateStatus","tags","mentions","events","wordCount","contentHash","importId","createdAt","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"headline":{"type":"string"},"body":{"type":["string","null"]},"abstract":{"type":["string","null"]},"byline":{"type":["string","null"]},"source":{"type":["string","null"],"description":"The name of the outlet."},"url":{"type":["string","null"]},"language":{"type":["string","null"]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateStatus":{"$ref":"#/components/schemas/DateStatus"},"tags":{"type":"array","items":{"type":"string"}},"mentions":{"type":"array","items":{"$ref":"#/components/schemas/Mention"}},"events":{"type":"array","items":{"$ref":"#/components/schemas/EventReference"}},"wordCount":{"type":"integer","minimum":0},"contentHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"SHA-256 of headline, newline and body."},"importId":{"type":["string","null"],"format":"uuid","description":"The file that brought it."},"sourceMissingSince":{"$ref":"#/components/schemas/Timestamp","description":"Since when the last file that brought it is gone from the watched folder; only while it is."},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"ArticleItem":{"type":"object","description":"An article in a list. Fields are left out as the query says.","required":["id"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"headline":{"type":"string"},"body":{"type":["string","null"],"description":"Only with `include=body`."},"abstract":{"type":["string","null"]},"byline":{"type":["string","null"]},"source":{"type":["string","null"]},"url":{"type":["string","null"]},"language":{"type":["string","null"]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateStatus":{"$ref":"#/components/schemas/DateStatus"},"tags":{"type":"array","items":{"type":"string"}},"mentions":{"type":"array","items":{"$ref":"#/components/schemas/Mention"}},"events":{"type":"array","items":{"$ref":"#/components/schemas/EventReference"}},"wordCount":{"type":"integer","minimum":0},"contentHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$"},"importId":{"type":["string","null"],"format":"uuid"},"sourceMissingSince":{"$ref":"#/components/schemas/Timestamp"},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"},"highlights":{"$ref":"#/components/schemas/Highlights"}}},"Highlights":{"type":"object","description":"Only with `q`. HTML-escaped text with `<mark>` around what was found.","required":["headline","body"],"properties":{"headline":{"type":"string"},"body":{"type":"string"}}},"ArticlePage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/ArticleItem"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"ArticleCreate":{"type":"object","description":"What a client sets on an article. `null` counts as absent.","additionalProperties":false,"required":["headline"],"properties":{"headline":{"type":"string","minLength":1,"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"body":{"type":["string","null"],"maxLength":5242880,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$","description":"At most 5 MiB of UTF-8."},"abstract":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"byline":{"type":["string","null"],"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"},"source":{"type":["string","null"],"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$","description":"The name of the outlet."},"url":{"anyOf":[{"$ref":"#/components/schemas/WebAddress"},{"type":"null"}]},"language":{"anyOf":[{"$ref":"#/components/schemas/Language"},{"type":"null"}]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateStatus":{"description":"Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).","anyOf":[{"$ref":"#/components/schemas/DateStatus"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"mentions":{"type":["array","null"],"description":"Links made by hand. An id that doesn't exist is 422.","maxItems":10000,"items":{"anyOf":[{"$ref":"#/components/schemas/MentionWrite"},{"$ref":"#/components/schemas/EntityName"}]}},"events":{"type":["array","null"],"description":"Ids of events. One that doesn't exist is 422.","maxItems":1000,"items":{"$ref":"#/components/schemas/Id"}},"autolink":{"type":["boolean","null"],"description":"Whether known entities found in headline and body are linked; true where none is sent. Never read back."}}},"ArticlePatch":{"type":"object","description":"What is to change; null takes away.","additionalProperties":false,"properties":{"headline":{"type":"string","minLength":1,"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"body":{"type":["string","null"],"maxLength":5242880,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$","description":"At most 5 MiB of UTF-8."},"abstract":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"byline":{"type":["string","null"],"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"},"source":{"type":["string","null"],"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$","description":"The name of the outlet."},"url":{"anyOf":[{"$ref":"#/components/schemas/WebAddress"},{"type":"null"}]},"language":{"anyOf":[{"$ref":"#/components/schemas/Language"},{"type":"null"}]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateStatus":{"description":"Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).","anyOf":[{"$ref":"#/components/schemas/DateStatus"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"mentions":{"type":["array","null"],"description":"Links made by hand. An id that doesn't exist is 422.","maxItems":10000,"items":{"anyOf":[{"$ref":"#/components/schemas/MentionWrite"},{"$ref":"#/components/schemas/EntityName"}]}},"events":{"type":["array","null"],"description":"Ids of events. One that doesn't exist is 422.","maxItems":1000,"items":{"$ref":"#/components/schemas/Id"}},"autolink":{"type":["boolean","null"],"description":"Whether known entities found in headline and body are linked; true where none is sent. Never read back."}}},"ArticleReplace":{"type":"object","description":"What a client sets on an article. Computed fields may be echoed as they are (422 else).","additionalProperties":false,"required":["headline"],"properties":{"headline":{"type":"string","minLength":1,"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"body":{"type":["string","null"],"maxLength":5242880,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$","description":"At most 5 MiB of UTF-8."},"abstract":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"byline":{"type":["string","null"],"maxLength":1000,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"},"source":{"type":["string","null"],"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$","description":"The name of the outlet."},"url":{"anyOf":[{"$ref":"#/components/schemas/WebAddress"},{"type":"null"}]},"language":{"anyOf":[{"$ref":"#/components/schemas/Language"},{"type":"null"}]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/ZonedPartialDateInput"},{"type":"null"}]},"dateStatus":{"description":"Where none is sent, `stated` with a datePublished and `unknown` without. It has to fit the date (422).","anyOf":[{"$ref":"#/components/schemas/DateStatus"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"autolink":{"type":["boolean","null"],"description":"Whether known entities found in headline and body are linked; as stored before where none is sent, else true. Never read back."},"mentions":{"type":["array","null"],"description":"Links made by hand; automatic ones may be echoed and stay the program's.","maxItems":10000,"items":{"anyOf":[{"$ref":"#/components/schemas/MentionWrite"},{"$ref":"#/components/schemas/EntityName"},{"$ref":"#/components/schemas/MentionEcho"}]}},"events":{"type":["array","null"],"description":"Ids of events, or the events as they were read.","maxItems":1000,"items":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EventEcho"}]}},"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"wordCount":{"type":"integer","minimum":0},"contentHash":{"type":"string"},"importId":{"type":["string","null"],"format":"uuid"},"sourceMissingSince":{"$ref":"#/components/schemas/Timestamp"},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"BatchResult":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object","title":"BatchItem","required":["index","status"],"properties":{"index":{"type":"integer","minimum":0,"description":"Its place in what was sent."},"status":{"type":"integer","minimum":200,"maximum":599,"description":"What the item alone would have been answered."},"id":{"$ref":"#/components/schemas/Id"},"problem":{"$ref":"#/components/schemas/Problem","description":"Of its faults at most ten are listed."}}}}}},"Facets":{"type":"object","required":["facets"],"properties":{"facets":{"type":"object","description":"The buckets of each facet asked for.","additionalProperties":{"type":"array","items":{"$ref":"#/components/schemas/FacetBucket"}}}}},"FacetBucket":{"type":"object","required":["value","label","count","query"],"properties":{"value":{"type":"string","description":"What a filter takes: an id, a name, a language or a date."},"label":{"type":"string","description":"What a person reads."},"count":{"type":"integer","minimum":1},"query":{"type":"string","description":"The query that lists exactly these articles."}}},"Entity":{"type":"object","required":["id","version","type","name","aliases","weakAliases","description","identifiers","tags","articleCount","firstPublished","lastPublished","linking","createdAt","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"type":{"$ref":"#/components/schemas/EntityType"},"name":{"type":"string"},"aliases":{"type":"array","items":{"type":"string"}},"weakAliases":{"type":"array","items":{"type":"string"}},"description":{"type":["string","null"]},"identifiers":{"type":"object","additionalProperties":{"type":"string"}},"tags":{"type":"array","items":{"type":"string"}},"articleCount":{"type":"integer","minimum":0},"firstPublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"lastPublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"linking":{"type":"string","enum":["pending","done"],"description":"Whether stored articles are still being searched for its names."},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"EntityPage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/Entity"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"EntityCreate":{"type":"object","description":"What a client sets on an entity. `null` counts as absent. Type and name together are unique.","additionalProperties":false,"required":["type","name"],"properties":{"type":{"$ref":"#/components/schemas/EntityType"},"name":{"$ref":"#/components/schemas/Name"},"aliases":{"type":["array","null"],"description":"Other names that link on sight.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"weakAliases":{"type":["array","null"],"description":"Names that link only beside a full name of the same entity in the same article, such as a bare surname.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"identifiers":{"type":["object","null"],"description":"Value by scheme; the two together are unique.","maxProperties":50,"propertyNames":{"pattern":"^[a-z0-9._-]{1,50}$"},"additionalProperties":{"type":["string","null"],"minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}}}},"EntityPatch":{"type":"object","description":"What is to change; null takes away.","additionalProperties":false,"properties":{"type":{"$ref":"#/components/schemas/EntityType"},"name":{"$ref":"#/components/schemas/Name"},"aliases":{"type":["array","null"],"description":"Other names that link on sight.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"weakAliases":{"type":["array","null"],"description":"Names that link only beside a full name of the same entity in the same article, such as a bare surname.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"identifiers":{"type":["object","null"],"description":"Value by scheme; the two together are unique.","maxProperties":50,"propertyNames":{"pattern":"^[a-z0-9._-]{1,50}$"},"additionalProperties":{"type":["string","null"],"minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}}}},"EntityReplace":{"type":"object","description":"What a client sets on an entity. Computed fields may be echoed as they are (422 else).","additionalProperties":false,"required":["type","name"],"properties":{"type":{"$ref":"#/components/schemas/EntityType"},"name":{"$ref":"#/components/schemas/Name"},"aliases":{"type":["array","null"],"description":"Other names that link on sight.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"weakAliases":{"type":["array","null"],"description":"Names that link only beside a full name of the same entity in the same article, such as a bare surname.","maxItems":500,"items":{"$ref":"#/components/schemas/Name"}},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"identifiers":{"type":["object","null"],"description":"Value by scheme; the two together are unique.","maxProperties":50,"propertyNames":{"pattern":"^[a-z0-9._-]{1,50}$"},"additionalProperties":{"type":["string","null"],"minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"articleCount":{"type":"integer","minimum":0},"firstPublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"lastPublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"linking":{"type":"string","enum":["pending","done"]},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"Event":{"type":"object","required":["id","version","name","description","startDate","endDate","status","location","participants","superEvent","tags","articleCount","sourceCount","createdAt","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"name":{"type":"string"},"description":{"type":["string","null"]},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"endDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"status":{"$ref":"#/components/schemas/EventStatus"},"location":{"anyOf":[{"$ref":"#/components/schemas/EntityLocation"},{"$ref":"#/components/schemas/TextLocation"},{"type":"null"}]},"participants":{"type":"array","items":{"$ref":"#/components/schemas/Participant"}},"superEvent":{"anyOf":[{"$ref":"#/components/schemas/EventReference"},{"type":"null"}]},"tags":{"type":"array","items":{"type":"string"}},"articleCount":{"type":"integer","minimum":0},"sourceCount":{"type":"integer","minimum":0},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"EntityLocation":{"type":"object","required":["entity"],"properties":{"entity":{"$ref":"#/components/schemas/EntityReference"}}},"TextLocation":{"type":"object","description":"A place that is no entity.","additionalProperties":false,"required":["text"],"properties":{"text":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"}}},"Participant":{"type":"object","required":["entity","role"],"properties":{"entity":{"$ref":"#/components/schemas/EntityReference"},"role":{"type":["string","null"]}}},"EventPage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/Event"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"LocationWrite":{"description":"An entity by id or by name (a place where no type is given), or a text.","anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EntityName"},{"$ref":"#/components/schemas/EntityLocationWrite"},{"$ref":"#/components/schemas/TextLocation"},{"type":"null"}]},"EntityLocationWrite":{"type":"object","additionalProperties":false,"required":["entity"],"properties":{"entity":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EntityName"}]}}},"ParticipantWrite":{"type":"object","additionalProperties":false,"required":["entity"],"properties":{"entity":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EntityName"}]},"role":{"type":["string","null"],"maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"}}},"EntityLocationEcho":{"type":"object","additionalProperties":false,"required":["entity"],"properties":{"entity":{"$ref":"#/components/schemas/EntityEcho"}}},"ParticipantEcho":{"type":"object","additionalProperties":false,"required":["entity"],"properties":{"entity":{"$ref":"#/components/schemas/EntityEcho"},"role":{"type":["string","null"],"maxLength":100,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*$"}}},"EventCreate":{"type":"object","description":"What a client sets on an event. `null` counts as absent.","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"endDate":{"description":"Needs a startDate that isn't later (422).","anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"status":{"description":"`happened` where none is sent.","anyOf":[{"$ref":"#/components/schemas/EventStatus"},{"type":"null"}]},"location":{"$ref":"#/components/schemas/LocationWrite"},"participants":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/ParticipantWrite"}},"superEvent":{"description":"The id of the event that this one is part of. A cycle, or more than 32 above one another, is 422.","anyOf":[{"$ref":"#/components/schemas/Id"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}}}},"EventPatch":{"type":"object","description":"What is to change; null takes away.","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"endDate":{"description":"Needs a startDate that isn't later (422).","anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"status":{"description":"`happened` where none is sent.","anyOf":[{"$ref":"#/components/schemas/EventStatus"},{"type":"null"}]},"location":{"$ref":"#/components/schemas/LocationWrite"},"participants":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/ParticipantWrite"}},"superEvent":{"description":"The id of the event that this one is part of. A cycle, or more than 32 above one another, is 422.","anyOf":[{"$ref":"#/components/schemas/Id"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}}}},"EventReplace":{"type":"object","description":"What a client sets on an event. Computed fields may be echoed as they are (422 else).","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":300,"pattern":"^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$"},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"startDate":{"anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"endDate":{"description":"Needs a startDate that isn't later (422).","anyOf":[{"$ref":"#/components/schemas/PartialDateInput"},{"type":"null"}]},"status":{"description":"`happened` where none is sent.","anyOf":[{"$ref":"#/components/schemas/EventStatus"},{"type":"null"}]},"tags":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"location":{"anyOf":[{"$ref":"#/components/schemas/LocationWrite"},{"$ref":"#/components/schemas/EntityLocationEcho"}]},"participants":{"type":["array","null"],"maxItems":1000,"items":{"anyOf":[{"$ref":"#/components/schemas/ParticipantWrite"},{"$ref":"#/components/schemas/ParticipantEcho"}]}},"superEvent":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"$ref":"#/components/schemas/EventEcho"},{"type":"null"}]},"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"articleCount":{"type":"integer","minimum":0},"sourceCount":{"type":"integer","minimum":0},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"Tag":{"type":"object","required":["id","version","name","description","color","articleCount","entityCount","eventCount","createdAt","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"name":{"type":"string"},"description":{"type":["string","null"]},"color":{"type":["string","null"],"pattern":"^#[0-9a-f]{6}$"},"articleCount":{"type":"integer","minimum":0},"entityCount":{"type":"integer","minimum":0},"eventCount":{"type":"integer","minimum":0},"createdAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"TagPage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/Tag"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"TagCreate":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/components/schemas/TagName"},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"color":{"type":["string","null"],"pattern":"^#[0-9A-Fa-f]{6}$"}}},"TagPatch":{"type":"object","description":"What is to change; null takes away.","additionalProperties":false,"properties":{"name":{"$ref":"#/components/schemas/TagName"},"description":{"type":["string","null"],"maxLength":10000,"pattern":"^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$"},"color":{"type":["string","null"],"pattern":"^#[0-9A-Fa-f]{6}$"}}},"TaggingScope":{"description":"Which resources are meant, by their ids or by the query of their list.","anyOf":[{"$ref":"#/components/schemas/TaggingIds"},{"$ref":"#/components/schemas/TaggingFilter"},{"type":"null"}]},"TaggingIds":{"type":"object","additionalProperties":false,"required":["ids"],"properties":{"ids":{"type":"array","maxItems":10000,"items":{"$ref":"#/components/schemas/Id"}}}},"TaggingFilter":{"type":"object","additionalProperties":false,"required":["filter"],"properties":{"filter":{"type":"string","description":"A query as in a URL; what is wrong with it is 422, and so are more than 10,000 matches.","examples":["entity=Antony%20Blinken&from=2024-03"]}}},"Tagging":{"type":"object","description":"Tags to add and to remove (none of them both, 422), and on what. At least one tag and at least one scope are needed (422).","additionalProperties":false,"properties":{"add":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"remove":{"type":["array","null"],"maxItems":1000,"items":{"$ref":"#/components/schemas/TagName"}},"articles":{"$ref":"#/components/schemas/TaggingScope"},"entities":{"$ref":"#/components/schemas/TaggingScope"},"events":{"$ref":"#/components/schemas/TaggingScope"}}},"TaggingResult":{"type":"object","required":["matched","changed"],"properties":{"matched":{"type":"integer","minimum":0,"description":"How many resources the scopes cover."},"changed":{"type":"integer","minimum":0,"description":"How many of them have other tags now."}}},"Source":{"type":"object","required":["id","version","name","articleCount","timeZone","dateOrder","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1},"name":{"type":"string"},"articleCount":{"type":"integer","minimum":0},"timeZone":{"type":["string","null"],"description":"The IANA name of the zone in which it writes times."},"dateOrder":{"anyOf":[{"$ref":"#/components/schemas/DateOrder"},{"type":"null"}]},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"SourcePage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/Source"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"SourcePatch":{"type":"object","description":"What is to change; null takes away.","additionalProperties":false,"properties":{"timeZone":{"anyOf":[{"$ref":"#/components/schemas/TimeZone"},{"type":"null"}]},"dateOrder":{"anyOf":[{"$ref":"#/components/schemas/DateOrder"},{"type":"null"}]}}},"Change":{"type":"object","required":["sequence","action","resource","id","version","at"],"properties":{"sequence":{"type":"integer","format":"int64","minimum":1},"action":{"type":"string","enum":["created","updated","deleted","merged"]},"resource":{"type":"string","enum":["article","entity","event","tag","source"]},"id":{"$ref":"#/components/schemas/Id"},"version":{"type":"integer","minimum":1,"description":"After the change; of something deleted, its last."},"at":{"$ref":"#/components/schemas/Timestamp"}}},"ChangePage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/Change"}},"nextCursor":{"type":["string","null"],"description":"What to send as `after` for the next page; null where this was the last."}}},"ImportRecord":{"type":"object","description":"A file of the watched folder.","required":["id","path","state","reason","detail","articleIds","articleCount","revision","detectedType","encoding","replacedBytes","warnings","errors","errorCount","sha256","size","attempts","nextAttemptAt","firstSeenAt","updatedAt"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"path":{"type":"string","description":"Below the watched folder."},"pathBase64":{"type":"string","description":"The bytes of the path; only where they aren't UTF-8."},"origin":{"type":"string","description":"Where the file was dropped; only where it was moved since."},"originBase64":{"type":"string","description":"The bytes of the origin; only where they aren't UTF-8."},"state":{"$ref":"#/components/schemas/ImportState"},"reason":{"type":["string","null"],"description":"A stable word, such as `too-large`."},"detail":{"type":["string","null"],"description":"A sentence for people."},"articleIds":{"type":"array","maxItems":1000,"description":"Of the first articles in it.","items":{"$ref":"#/components/schemas/Id"}},"articleCount":{"type":"integer","minimum":0,"description":"All articles in it."},"revision":{"type":"integer","minimum":0,"description":"How many versions of the file were imported."},"detectedType":{"type":["string","null"],"description":"What the content is taken for: `text`, `markdown`, `html`, `json`, `jsonl`, `ninjs`, `rss` or `atom`."},"encoding":{"type":["string","null"],"description":"Such as `utf-8`, `utf-16le` or `windows-1252`."},"replacedBytes":{"type":"integer","minimum":0,"description":"Bytes that were no text and became U+FFFD."},"warnings":{"type":"array","description":"Stable words, such as `suspected-mojibake` or `conflict:headline`.","items":{"type":"string"}},"errors":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/ImportFault"}},"errorCount":{"type":"integer","minimum":0,"description":"All faults there are in it."},"sha256":{"type":["string","null"],"pattern":"^[0-9a-f]{64}$"},"size":{"type":["integer","null"],"format":"int64","minimum":0},"attempts":{"type":"integer","minimum":0,"description":"How often this content was tried."},"nextAttemptAt":{"anyOf":[{"$ref":"#/components/schemas/Timestamp"},{"type":"null"}]},"firstSeenAt":{"$ref":"#/components/schemas/Timestamp"},"updatedAt":{"$ref":"#/components/schemas/Timestamp"}}},"ImportFault":{"type":"object","description":"What is wrong at one place of a file.","required":["line","byteOffset","reason","excerpt"],"properties":{"line":{"type":["integer","null"],"minimum":1},"byteOffset":{"type":["integer","null"],"format":"int64","minimum":0},"reason":{"type":"string"},"excerpt":{"type":["string","null"]}}},"FilePreview":{"type":"object","description":"What a file would become.","required":["detectedType","encoding","replacedBytes","warnings","errors","errorCount","articles","provenance"],"properties":{"detectedType":{"type":"string","enum":["text","markdown","html","json","jsonl","ninjs","rss","atom"]},"encoding":{"type":["string","null"],"description":"As the WHATWG Encoding Standard calls it, in lower case: `utf-8`, `utf-16le`, `windows-1252`, `koi8-r`."},"replacedBytes":{"type":"integer","minimum":0,"description":"Bytes that were no text and became U+FFFD."},"warnings":{"type":"array","items":{"type":"string"},"description":"Stable words, such as `suspected-mojibake`."},"errors":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/ImportFault"},"description":"Records that can't be taken."},"errorCount":{"type":"integer","minimum":0},"articles":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/PreviewedArticle"}},"provenance":{"anyOf":[{"$ref":"#/components/schemas/Provenance"},{"type":"null"}],"description":"Of a file that is one page or one item of news; else null, and each of its articles has its own."}}},"PreviewedArticle":{"type":"object","description":"An article as it would be stored.","required":["recordNumber","id","key","headline","body","abstract","byline","source","url","language","datePublished","dateModified","dateStatus","tags","mentions","events","provenance"],"properties":{"recordNumber":{"type":"integer","minimum":0,"description":"Its place in the file, from 0."},"id":{"anyOf":[{"$ref":"#/components/schemas/Id"},{"type":"null"}],"description":"The id that the file gives it."},"key":{"type":["string","null"],"description":"Another identifier that the file gives it, such as the guid of a feed."},"headline":{"type":"string"},"body":{"type":["string","null"]},"abstract":{"type":["string","null"]},"byline":{"type":["string","null"]},"source":{"type":["string","null"]},"url":{"type":["string","null"]},"language":{"type":["string","null"]},"datePublished":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateModified":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"dateStatus":{"$ref":"#/components/schemas/DateStatus"},"tags":{"type":"array","items":{"type":"string"}},"mentions":{"type":"array","items":{"$ref":"#/components/schemas/MentionWrite"}},"events":{"type":"array","items":{"$ref":"#/components/schemas/Id"}},"provenance":{"anyOf":[{"$ref":"#/components/schemas/Provenance"},{"type":"null"}],"description":"Of an item of a feed, or of one of several items of news. Null where that of the whole file tells it, and in JSON in the form of\nthis API, which states each field.\n"}}},"Provenance":{"type":"object","description":"Where everything in a reading came from, and what was left out. Lines are counted from 1 in the text of the page; of an HTML page\nthat is the text its elements were turned into, of Markdown the file. Where\n`body` comes from JSON-LD, they are counted in that text.\n","required":["headline","byline","source","language","body","dateline","dates","removed"],"properties":{"headline":{"anyOf":[{"$ref":"#/components/schemas/FieldOrigin"},{"type":"null"}]},"byline":{"anyOf":[{"$ref":"#/components/schemas/FieldOrigin"},{"type":"null"}]},"source":{"anyOf":[{"$ref":"#/components/schemas/FieldOrigin"},{"type":"null"}]},"language":{"anyOf":[{"$ref":"#/components/schemas/FieldOrigin"},{"type":"null"}]},"body":{"anyOf":[{"$ref":"#/components/schemas/FieldOrigin"},{"type":"null"}],"description":"Null where it is what is left of the lines of the page."},"dateline":{"anyOf":[{"$ref":"#/components/schemas/Dateline"},{"type":"null"}]},"dates":{"type":"array","maxItems":500,"items":{"$ref":"#/components/schemas/DateCandidate"}},"removed":{"type":"array","maxItems":500,"items":{"$ref":"#/components/schemas/RemovedSpan"}}}},"ArticleProvenance":{"type":"object","required":["article","origin","files","changedSince","raw","reading"],"properties":{"article":{"$ref":"#/components/schemas/Id"},"origin":{"type":"string","enum":["file","page","client"],"description":"A file of the folder or of an import, a page that was posted, or fields that a client has stated."},"files":{"type":"array","maxItems":100,"items":{"$ref":"#/components/schemas/ArticleFile"},"description":"Files that hold the article."},"changedSince":{"type":"array","items":{"type":"string"},"description":"Fields that are otherwise than the last reading or file said. Empty where a client has stated the whole article."},"raw":{"anyOf":[{"$ref":"#/components/schemas/ArticleRaw"},{"type":"null"}]},"reading":{"anyOf":[{"$ref":"#/components/schemas/ArticleReading"},{"type":"null"}]}}},"ArticleFile":{"type":"object","required":["importId","path","state","recordNumber"],"properties":{"importId":{"$ref":"#/components/schemas/Id"},"path":{"type":"string","description":"Below the watched folder; what isn't UTF-8 shows as U+FFFD."},"pathBase64":{"type":"string","description":"The bytes of a path that isn't UTF-8."},"state":{"$ref":"#/components/schemas/ImportState"},"recordNumber":{"type":"integer","minimum":0}}},"ArticleRaw":{"type":"object","description":"What the article was last read from.","required":["sha256","size","kept"],"properties":{"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"size":{"type":"integer","minimum":0},"kept":{"type":"boolean","description":"Whether `/v1/articles/{id}/raw` gives it."}}},"ArticleReading":{"type":"object","description":"The last reading of the article.","required":["readerVersion","readAt","notAfter","recordNumber","folderSource","hasSideFile","detectedType","encoding","replacedBytes","warnings","timeZone","dateOrder","provenance"],"properties":{"readerVersion":{"type":"integer"},"readAt":{"$ref":"#/components/schemas/Timestamp"},"notAfter":{"$ref":"#/components/schemas/Timestamp","description":"When the content was found; no later date is taken."},"recordNumber":{"type":"integer","minimum":0,"description":"The article's place in the content."},"folderSource":{"type":["string","null"],"description":"The name of the folder where it stood for the source."},"hasSideFile":{"type":"boolean","description":"Whether a side file had its say."},"detectedType":{"type":"string","enum":["text","markdown","html","rss","atom","ninjs"]},"encoding":{"type":["string","null"]},"replacedBytes":{"type":"integer","minimum":0},"warnings":{"type":"array","items":{"type":"string"}},"timeZone":{"type":["string","null"],"description":"Of the source, where it was known then."},"dateOrder":{"type":["string","null"],"description":"Of the source, where it was known then."},"provenance":{"anyOf":[{"$ref":"#/components/schemas/Provenance"},{"type":"null"}],"description":"Null of an article in the form of this interface, found among others."}}},"RereadStatus":{"type":"object","required":["state","dryRun","detail","startedAt","endedAt","matched","looked","unread","notKept","unreadable","changed","conflicting","examples"],"properties":{"state":{"type":"string","enum":["none","running","done","failed","stopped"]},"dryRun":{"type":"boolean"},"detail":{"type":["string","null"],"description":"Why it failed."},"startedAt":{"anyOf":[{"$ref":"#/components/schemas/Timestamp"},{"type":"null"}]},"endedAt":{"anyOf":[{"$ref":"#/components/schemas/Timestamp"},{"type":"null"}]},"matched":{"type":"integer","minimum":0,"description":"Articles that match the filter."},"looked":{"type":"integer","minimum":0,"description":"Of these, how many are through."},"unread":{"type":"integer","minimum":0,"description":"Stated field by field: there is nothing to read."},"notKept":{"type":"integer","minimum":0,"description":"What they were read from isn't kept."},"unreadable":{"type":"integer","minimum":0,"description":"Not found in the content by today's reader; they stay as they are."},"changed":{"type":"integer","minimum":0,"description":"Articles of which a field is different; in a dry run, would be."},"conflicting":{"type":"integer","minimum":0,"description":"Articles of which a field stays as a client has set it."},"examples":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/RereadExample"}}}},"RereadExample":{"type":"object","required":["article","headline","changes","conflicts"],"properties":{"article":{"$ref":"#/components/schemas/Id"},"headline":{"type":"string","description":"Before."},"changes":{"type":"array","items":{"$ref":"#/components/schemas/FieldChange"}},"conflicts":{"type":"array","items":{"$ref":"#/components/schemas/FieldChange"},"description":"`before` stays; `after` is what the reading says."}}},"FieldChange":{"type":"object","description":"Of a long text, what is around the first difference.","required":["field","before","after"],"properties":{"field":{"type":"string"},"before":{"anyOf":[{"type":"string"},{"type":"null"},{"type":"array","items":{"type":"string"}}]},"after":{"anyOf":[{"type":"string"},{"type":"null"},{"type":"array","items":{"type":"string"}}]}}},"FieldOrigin":{"type":"object","description":"By what sign a field was found.","required":["line","how"],"properties":{"line":{"type":["integer","null"],"minimum":1,"description":"Null where it doesn't stand in a line of the text."},"how":{"type":"string","description":"A stable word, such as `title-line`, `linked-data`, `front-matter`, `side-file`."}}},"Dateline":{"type":"object","description":"The head of a report: \"WASHINGTON, March 26 (Reuters) —\".","required":["line","place","agency"],"properties":{"line":{"type":"integer","minimum":1},"place":{"type":["string","null"]},"agency":{"type":["string","null"]}}},"DateCandidate":{"type":"object","description":"A date on the page, and what became of it.","required":["line","raw","role","value","localTime","outcome"],"properties":{"line":{"type":["integer","null"],"minimum":1},"raw":{"type":"string","description":"As printed."},"role":{"type":"string","enum":["published","modified","masthead","dateline","event","epoch","related","comment","unplaced"]},"value":{"anyOf":[{"$ref":"#/components/schemas/PartialDate"},{"type":"null"}]},"localTime":{"type":["string","null"],"description":"A printed time without a zone."},"outcome":{"type":"string","description":"Why it won or lost: a stable word, such as `published`, `outranked`, `ambiguous-order`."}}},"RemovedSpan":{"type":"object","description":"What is no part of the article.","required":["firstLine","lastLine","reason","excerpt"],"properties":{"firstLine":{"type":["integer","null"],"minimum":1,"description":"Null for a part of an HTML page that became no lines."},"lastLine":{"type":["integer","null"],"minimum":1},"reason":{"type":"string","description":"A stable word, such as `share`, `related`, `navigation`."},"excerpt":{"type":"string"}}},"ImportPage":{"type":"object","required":["items","nextCursor"],"properties":{"items":{"type":"array","maxItems":200,"items":{"$ref":"#/components/schemas/ImportRecord"}},"nextCursor":{"type":["string","null"]},"total":{"type":"integer","minimum":0,"description":"Only with `count=true`."}}},"RetryResult":{"type":"object","required":["retried"],"properties":{"retried":{"type":"integer","minimum":0}}},"ConfirmResult":{"type":"object","required":["confirmed"],"properties":{"confirmed":{"type":"integer","minimum":0}}},"ImportStatus":{"type":"object","required":["ok","state","reason","watcher","root","counts","progress","oldestWaitingSeconds","unreadableDirectories","deletes","lastScan","totals"],"properties":{"ok":{"type":"boolean","description":"Whether the folder is followed. It is there, was looked through lately, nothing is paused and nothing held. True where none is watched."},"state":{"type":"string","enum":["off","idle","scanning","importing","paused"],"description":"`off` where no folder is watched."},"reason":{"type":["string","null"],"description":"Why it is paused, or not as it should be: `requested` (by `POST /v1/imports/pause`), `disk-full`, `deletes-held`, `root-unavailable`, `root-replaced`, `scan-overdue`, …"},"watcher":{"anyOf":[{"$ref":"#/components/schemas/Watcher"},{"type":"null"}]},"root":{"anyOf":[{"$ref":"#/components/schemas/WatchedRoot"},{"type":"null"}]},"counts":{"type":"object","title":"ImportCounts","description":"Files per state; `ignored` are junk and temporary names.","required":["waiting","queued","importing","done","partial","retrying","failed","skipped","missing","ignored"],"properties":{"waiting":{"type":"integer","minimum":0},"queued":{"type":"integer","minimum":0},"importing":{"type":"integer","minimum":0},"done":{"type":"integer","minimum":0},"partial":{"type":"integer","minimum":0},"retrying":{"type":"integer","minimum":0},"failed":{"type":"integer","minimum":0},"skipped":{"type":"integer","minimum":0},"missing":{"type":"integer","minimum":0},"ignored":{"type":"integer","minimum":0}}},"progress":{"$ref":"#/components/schemas/ImportProgress"},"oldestWaitingSeconds":{"type":["number","null"],"minimum":0,"description":"How long the file that has waited longest has waited to become complete; null where none waits."},"unreadableDirectories":{"type":"integer","minimum":0,"description":"Directories that can't be read; what lies in them isn't taken as gone."},"deletes":{"type":"object","title":"HeldDeletes","required":["held"],"properties":{"held":{"type":"integer","minimum":0,"description":"Deletions that wait to be confirmed."}}},"lastScan":{"description":"When the whole folder was last looked through.","anyOf":[{"$ref":"#/components/schemas/Timestamp"},{"type":"null"}]},"totals":{"type":"object","title":"ImportTotals","required":["parsedFiles"],"properties":{"parsedFiles":{"type":"integer","minimum":0,"description":"Files parsed since the folder was first watched."}}}}},"Watcher":{"type":"object","description":"How changes in the folder are noticed.","required":["mode","reason","detail","eventsTotal","overflows","overflowsLastScan","watchedDirectories","unwatchedDirectories"],"properties":{"mode":{"type":"string","enum":["events","poll","degraded"],"description":"By events; by looking through it again and again; or by events in a part of it only."},"reason":{"type":["string","null"],"description":"Why it is not by events alone: `watch-limit`, `instance-limit`, `unannounced-change`, `no-events`, `not-wanted`."},"detail":{"type":["string","null"],"description":"A sentence for people: what to do about it."},"eventsTotal":{"type":"integer","minimum":0},"overflows":{"type":"integer","minimum":0,"description":"How often events were lost, because too many came at once or they could not be read; the folder was then looked through."},"overflowsLastScan":{"type":"integer","minimum":0,"description":"The same since the last look through the whole folder began."},"watchedDirectories":{"type":"integer","minimum":0},"unwatchedDirectories":{"type":"integer","minimum":0,"description":"Directories that can only be looked through from time to time."}}},"WatchedRoot":{"type":"object","required":["path","state"],"properties":{"path":{"type":"string"},"state":{"type":"string","enum":["ok","unavailable","replaced"],"description":"`unavailable`: it is not there, and no file counts as gone for that. `replaced`: another folder stands in its place; the files are taken, deletions are held."}}},"ImportProgress":{"type":"object","description":"Of the pass that is running, or was the last.","required":["phase","found","done","failed","bytes","filesPerSecond","etaSeconds"],"properties":{"phase":{"type":"string","enum":["idle","scanning","importing"]},"found":{"type":"integer","minimum":0,"description":"Files that were new or changed."},"done":{"type":"integer","minimum":0,"description":"Of these, the ones that are through."},"failed":{"type":"integer","minimum":0},"bytes":{"type":"integer","format":"int64","minimum":0},"filesPerSecond":{"type":"number","minimum":0,"description":"Over the last minute."},"etaSeconds":{"type":["number","null"],"minimum":0,"description":"Until the pass is through at this speed."}}}},"examples":{"MinimalArticle":{"value":{"headline":"Talks resume in Cairo"}},"Article":{"value":{"headline":"Blinken and Gallant meet in Washington","body":"Secretary of State Antony Blinken met Defense Minister Yoav Gallant on Monday.\n\nThey spoke of Rafah.\n","byline":"Prepared by the foreign desk","source":"NewsTrack","url":"https://example.org/2024/03/26/blinken-gallant","language":"en","datePublished":"2024-03-26T22:16Z","tags":["rafah","geo:gaza"],"mentions":[{"name":"Antony Blinken","type":"person"},{"name":"Yoav Gallant","type":"person"}]}},"ArticleChange":{"value":{"abstract":"The two spoke of Rafah.","dateModified":"2024-03-27"}},"Articles":{"value":[{"headline":"Talks resume in Cairo","datePublished":"2024-03-24"},{"headline":"Talks end without result","datePublished":"2024-03-28"}]},"ArticleLines":{"value":"{\"headline\": \"Talks resume in Doha\", \"datePublished\": \"2024-03-24\"}\n{\"headline\": \"Talks in Doha end\", \"datePublished\": \"2024-03-28\"}\n"},"Page":{"value":"Talks resume in Cairo\n\nMarch 24, 2024\n\nDelegations arrived in Cairo on Sunday.\n"},"HTMLPage":{"value":"<!DOCTYPE html>\n<html lang=\"en\"><head><title>Talks resume in Cairo - NewsTrack</title>\n<meta property=\"article:published_time\" content=\"2024-03-24T09:30:00+02:00\"></head>\n<body><h1>Talks resume in Cairo</h1><p>Delegations arrived in Cairo on Sunday.</p></body></html>\n"},"MarkdownPage":{"value":"---\ntitle: Talks resume in Cairo\ndate: 2024-03-24\ntags: [cairo]\n---\nDelegations arrived in Cairo on Sunday.\n"},"Feed":{"value":"<rss version=\"2.0\"><channel><title>NewsTrack</title>\n<item><title>Talks resume in Cairo</title><pubDate>Sun, 24 Mar 2024 07:30:00 GMT</pubDate>\n<description>Delegations arrived in Cairo on Sunday.</description></item></channel></rss>\n"},"Person":{"value":{"type":"person","name":"Antony Blinken","aliases":["Anthony Blinken","Tony Blinken"],"weakAliases":["Blinken"],"description":"71st United States secretary of state.","identifiers":{"wikidata":"Q7821917"},"tags":["diplomacy"]}},"Place":{"value":{"type":"place","name":"Washington","aliases":["Washington, D.C."]}},"EntityChange":{"value":{"aliases":["Anthony Blinken"],"description":null}},"Event":{"value":{"name":"Blinken–Gallant talks","description":"About Rafah.","startDate":"2024-03-25","endDate":"2024-03-26","status":"happened","location":{"name":"Washington"},"participants":[{"entity":{"name":"Antony Blinken","type":"person"},"role":"host"},{"entity":{"name":"Yoav Gallant","type":"person"}}],"tags":["diplomacy"]}},"EventChange":{"value":{"status":"cancelled","location":{"text":"By telephone"}}},"Tag":{"value":{"name":"geo:gaza","description":"The Gaza Strip.","color":"#3366cc"}},"TagChange":{"value":{"color":"#cc3333"}},"TagNames":{"value":["rafah","diplomacy"]},"Tagging":{"value":{"add":["diplomacy"],"remove":["draft"],"articles":{"filter":"entity=Antony%20Blinken&from=2024-03"}}},"SourceChange":{"value":{"timeZone":"Asia/Riyadh","dateOrder":"dmy"}},"BadParameter":{"value":{"type":"/problems/bad-request","title":"The request can't be understood","status":400,"detail":"A whole number from 1 to 200 is needed.","instance":"/v1/articles","errors":[{"parameter":"limit","code":"out-of-range","detail":"A whole number from 1 to 200 is needed."}]}},"Taken":{"value":{"type":"/problems/conflict","title":"It conflicts with what is stored","status":409,"detail":"An article with this URL is stored already.","existing":"018f3c1e-7b1a-7c3d-9e4f-0123456789ab"}},"NoFolder":{"value":{"type":"/problems/conflict","title":"It conflicts with what is stored","status":409,"detail":"No folder is watched; start the service with --inbox.","instance":"/v1/imports/retry"}},"Invalid":{"value":{"type":"/problems/validation","title":"The content is not valid","status":422,"detail":"2 things are wrong; see errors.","instance":"/v1/articles","errors":[{"pointer":"/headline","code":"required","detail":"This field is needed."},{"pointer":"/headlnie","code":"unknown-field","detail":"There is no such field. Did you mean headline?"}]}}}}}
"""#
}
