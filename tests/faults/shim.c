/* Lies between a program and the C library, and lets the n-th call that changes a file go wrong.
 *
 * Counted are writes, syncs, truncations, renames, links and removals of files under one folder.
 * Loaded by LD_PRELOAD; SQLite, linked into pysqlite3, calls the C library like everybody else. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { COUNT = 0, KILL_BEFORE = 1, KILL_HALFWAY = 2, FAIL_ONCE = 3, FAIL_ON = 4 };

static char folder[PATH_MAX];
static long calls, chosen;
static int mode, error_number, is_armed, is_torn;

void fault_arm(const char *under, long number, int how, int error) {
    strncpy(folder, under, sizeof folder - 1);
    calls = 0, chosen = number, mode = how, error_number = error, is_torn = 0, is_armed = 1;
}

long fault_disarm(void) {
    is_armed = 0;
    return calls;
}

static int lies_under(const char *path) {
    return path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_of_ours(int fd) {
    char link[64], path[PATH_MAX];
    if (!is_armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return lies_under(path);
}

/* Counts a call; returns 1 where it is to fail. A call that is to be torn is torn by its caller. */
static int goes_wrong(void) {
    calls++;
    if (calls < chosen || mode == COUNT) return 0;
    if (mode == FAIL_ON || (mode == FAIL_ONCE && calls == chosen)) {
        errno = error_number;
        return 1;
    }
    if (calls == chosen && mode == KILL_BEFORE) kill(getpid(), SIGKILL);
    if (calls == chosen && mode == KILL_HALFWAY) is_torn = 1;
    return 0;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static void end_if_torn(void) {
    if (is_torn) kill(getpid(), SIGKILL);
}

#define WRITE_AT(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t size, offset_type at) { \
        REAL(ssize_t, name, int, const void *, size_t, offset_type); \
        if (is_of_ours(fd)) { \
            if (goes_wrong()) return -1; \
            if (is_torn) { real(fd, data, size / 2, at); end_if_torn(); } \
        } \
        return real(fd, data, size, at); \
    }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (is_of_ours(fd)) {
        if (goes_wrong()) return -1;
        if (is_torn) { real(fd, data, size / 2); end_if_torn(); }
    }
    return real(fd, data, size);
}

#define ON_FILE(name) \
    int name(int fd) { \
        REAL(int, name, int); \
        if (is_of_ours(fd)) { if (goes_wrong()) return -1; end_if_torn(); } \
        return real(fd); \
    }
ON_FILE(fsync)
ON_FILE(fdatasync)

#define TRUNCATE(name, size_type) \
    int name(int fd, size_type size) { \
        REAL(int, name, int, size_type); \
        if (is_of_ours(fd)) { if (goes_wrong()) return -1; end_if_torn(); } \
        return real(fd, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ON_PATHS(name) \
    int name(const char *from, const char *to) { \
        REAL(int, name, const char *, const char *); \
        if (is_armed && lies_under(to)) { if (goes_wrong()) return -1; end_if_torn(); } \
        return real(from, to); \
    }
ON_PATHS(rename)
ON_PATHS(link)

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    if (is_armed && lies_under(to)) { if (goes_wrong()) return -1; end_if_torn(); }
    return real(from_dir, from, to_dir, to, flags);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    if (is_armed && lies_under(path)) { if (goes_wrong()) return -1; end_if_torn(); }
    return real(path);
}
