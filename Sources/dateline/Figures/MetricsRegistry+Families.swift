import DatelineMetrics

extension MetricsRegistry {
    /// What is said of every figure there is.
    static let families: [Family] = [
        Family("dateline_build_info", "1, with the version of the program."),
        Family("dateline_http_requests_total", "Requests answered, by route, method and status."),
        Family("dateline_http_request_seconds", "Time from a request's head to the begin of its answer."),
        Family("dateline_http_connections", "Open connections."),
        Family(
            "dateline_http_held_bytes", "Bytes of contents, and of answers that clients are still taking, by the limit that they count for."
        ),
        Family("dateline_store_readable", "1 where the store could be read just now."),
        Family("dateline_store_database_bytes", "Size of the database file."),
        Family("dateline_store_log_bytes", "Size of the write-ahead log; it grows while a reader or a backup holds it."),
        Family("dateline_store_log_restarts", "Checkpoints after which the write-ahead log was begun anew."),
        Family("dateline_store_free_bytes", "Room left where the database lies."),
        Family("dateline_store_last_change", "Sequence of the last change."),
        Family("dateline_store_waiting_writes", "Writes that wait for their turn."),
        Family("dateline_store_transactions_total", "Transactions committed and synced."),
        Family("dateline_store_failed_transactions_total", "Transactions that were undone as a whole."),
        Family("dateline_store_refused_writes_total", "Writes that found the waiting line full."),
        Family("dateline_store_group_size", "Writes that shared a transaction.", bounds: [1, 2, 4, 8, 16, 32, 64]),
        Family("dateline_store_transaction_seconds", "Time of a transaction, its sync included."),
        Family("dateline_store_commit_seconds", "Time of a commit, with its sync."),
        Family("dateline_linking_pending_entities", "Entities whose names stored articles are still to be searched for."),
        Family("dateline_text_index_merge_steps_total", "Steps in which the full-text index was merged after much was imported."),
        Family("dateline_linking_searched_articles_total", "Stored articles that were searched for names that are new or gone."),
        Family("dateline_import_ok", "1 where the folder is followed as it should be."),
        Family("dateline_import_files", "Files of the watched folder, by state."),
        Family("dateline_import_parsed_files", "Files parsed since the folder was first watched."),
        Family("dateline_import_oldest_waiting_seconds", "How long the file that waits longest has waited to become complete."),
        Family("dateline_import_held_deletes", "Deletions that wait for somebody to confirm them."),
        Family("dateline_import_watched_directories", "Directories the system tells changes of."),
        Family("dateline_import_unwatched_directories", "Directories that are only looked through."),
        Family("dateline_import_lost_events", "How often the system had more events than it could keep."),
        Family("process_resident_memory_bytes", "Memory that is held."),
        Family("process_open_fds", "Open file descriptors."),
        Family("process_max_fds", "How many there may be."),
        Family("process_start_time_seconds", "When the process began, in seconds since 1970."),
        Family("process_cpu_seconds_total", "Processor time taken."),
    ]
}
