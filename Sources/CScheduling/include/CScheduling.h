#ifndef CSCHEDULING_H
#define CSCHEDULING_H

// What Swift's module of the C library leaves out, and the C library of Debian 12 too: sched_setattr(2).

/// Has the calling thread give way to others: with this niceness, unless it has a greater one already, and in slices of a fifth of a
/// millisecond.
///
/// Niceness alone says how much of a processor a thread gets, not how soon another one that wakes up may have it: a thread that is running
/// keeps it for a slice, of some 3 ms by default (Linux 6.6 and later). Slices of one's own are known from Linux 6.12 on; earlier ones
/// take the niceness alone, and what is refused is left as it is.
void dateline_give_way(int niceness);

#endif
