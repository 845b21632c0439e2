#include "CSQLiteShim.h"

#include <math.h>

// SQLite's own bm25() weighs words by how rare they are among all rows, so each insertion shifts every score, and the pages
// of a list with them. This takes from BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, §3.4)
// the saturation of frequencies and the normalisation by length, against a fixed average length, and no statistics.
static const double saturation = 1.2;
static const double length_weight = 0.75;
static const double average_length = 400.0;
// Of the first column, the headline.
static const double first_column_weight = 4.0;

// More phrases than a query can have (DatelineModels, TextQuery.maximumTerms); what is beyond doesn't count.
enum { phrase_limit = 64 };

static void score(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count, sqlite3_value **values) {
    (void)count;
    (void)values;
    double frequencies[phrase_limit] = {0};
    int instances = 0;
    int length = 0;
    int code = api->xInstCount(context, &instances);
    if (code == SQLITE_OK) code = api->xColumnSize(context, -1, &length);
    for (int instance = 0; code == SQLITE_OK && instance < instances; instance++) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(context, instance, &phrase, &column, &offset);
        if (code == SQLITE_OK && phrase < phrase_limit) frequencies[phrase] += column == 0 ? first_column_weight : 1.0;
    }
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(result, code);
        return;
    }
    double normal = saturation * (1.0 - length_weight + length_weight * (double)length / average_length);
    double sum = 0.0;
    for (int phrase = 0; phrase < phrase_limit; phrase++) {
        sum += frequencies[phrase] * (saturation + 1.0) / (frequencies[phrase] + normal);
    }
    sqlite3_result_int64(result, (sqlite3_int64)llround(sum * 1e6));
}

int dateline_sqlite_register_score(sqlite3 *connection) {
    // The way to FTS5 that its documentation gives (FTS5 §7.1).
    sqlite3_stmt *statement = 0;
    fts5_api *api = 0;
    int code = sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, 0);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
    code = sqlite3_finalize(statement);
    if (code != SQLITE_OK) return code;
    return api == 0 ? SQLITE_ERROR : api->xCreateFunction(api, "dateline_score", 0, score, 0);
}
