/* Lies between a program and the C library, and notes and refuses every socket of the internet. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int socket(int domain, int type, int protocol) {
    static int (*real)(int, int, int);
    if (!real) real = (int (*)(int, int, int))dlsym(RTLD_NEXT, "socket");
    if (domain == AF_INET || domain == AF_INET6) {
        const char *name = getenv("SOCKETS_ASKED_FOR");
        int noted = name ? open(name, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
        if (noted >= 0) {
            ssize_t written = write(noted, "asked\n", 6);
            (void)written;
            close(noted);
        }
        errno = EACCES;
        return -1;
    }
    return real(domain, type, protocol);
}
