#define _GNU_SOURCE
#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static void limit(int resource, rlim_t most) {
  struct rlimit limits = {most, most};
  setrlimit(resource, &limits);
}

#ifdef ARCHITECTURE

/*
 * What reading files, computing and writing to an open pipe takes, in libc, in Swift's runtime, and in
 * libraries that are loaded late. Whatever is not here fails with EPERM, which every caller understands.
 */
static const int allowed[] = {
    /* The ones called most come first. */
    SYS_read, SYS_write, SYS_mmap, SYS_munmap, SYS_brk, SYS_futex, SYS_pread64, SYS_lseek, SYS_fstat,
    SYS_newfstatat, SYS_close, SYS_mprotect, SYS_madvise, SYS_mremap, SYS_readv, SYS_writev, SYS_statx,
    SYS_getdents64, SYS_readlinkat, SYS_faccessat, SYS_getcwd, SYS_statfs, SYS_fstatfs, SYS_fcntl, SYS_dup,
    SYS_fadvise64, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
    SYS_restart_syscall, SYS_exit, SYS_exit_group, SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep,
    SYS_nanosleep, SYS_gettimeofday, SYS_getrandom, SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid,
    SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getrusage, SYS_sysinfo, SYS_uname, SYS_sched_yield,
    SYS_sched_getaffinity, SYS_set_robust_list, SYS_set_tid_address, SYS_ppoll,
#ifdef SYS_faccessat2
    SYS_faccessat2,
#endif
#ifdef SYS_membarrier
    SYS_membarrier,
#endif
#ifdef SYS_rseq
    SYS_rseq,
#endif
#ifdef __x86_64__
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_poll, SYS_time, SYS_arch_prctl,
#endif
};

enum { allowed_count = sizeof allowed / sizeof allowed[0] };

#define ARGUMENT(index) (offsetof(struct seccomp_data, args) + 8 * (index))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSED(code) (SECCOMP_RET_ERRNO | ((code) & SECCOMP_RET_DATA))
/* Goes on with the next instruction where the value is the same, else passes over `skip` of them. */
#define IF_SAME(value, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (skip))
/* Goes on with the next instruction where one of the bits is set. */
#define IF_BITS(bits, skip) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, (skip))

enum { writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY) };

/* The program of the filter; gives its length. */
static unsigned short write_filter(struct sock_filter *filter, uint32_t own) {
  const struct sock_filter head[] = {
      LOAD(offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      ANSWER(SECCOMP_RET_KILL_PROCESS), /* system calls by numbers that mean something else */
      LOAD(offsetof(struct seccomp_data, nr)),
  };
  const struct sock_filter tail[] = {
      /* Files are opened for reading only. */
      IF_SAME(SYS_openat, 4), LOAD(ARGUMENT(2)), IF_BITS(writing, 1), ANSWER(REFUSED(EPERM)),
      ANSWER(SECCOMP_RET_ALLOW),
#ifdef __x86_64__
      IF_SAME(SYS_open, 4), LOAD(ARGUMENT(1)), IF_BITS(writing, 1), ANSWER(REFUSED(EPERM)),
      ANSWER(SECCOMP_RET_ALLOW),
#endif
      /* Threads may be made, processes may not. libc tries clone3 first, whose flags no filter can see. */
      IF_SAME(SYS_clone, 4), LOAD(ARGUMENT(0)), IF_BITS(CLONE_THREAD, 1), ANSWER(SECCOMP_RET_ALLOW),
      ANSWER(REFUSED(EPERM)),
      IF_SAME(SYS_clone3, 1), ANSWER(REFUSED(ENOSYS)),
      /* `abort` raises a signal: nobody else may be sent one. */
      IF_SAME(SYS_tgkill, 4), LOAD(ARGUMENT(0)), IF_SAME(own, 1), ANSWER(SECCOMP_RET_ALLOW),
      ANSWER(REFUSED(EPERM)),
      /* Limits may be asked for, not set. */
      IF_SAME(SYS_prlimit64, 6), LOAD(ARGUMENT(2)), IF_SAME(0, 3), LOAD(ARGUMENT(2) + 4), IF_SAME(0, 1),
      ANSWER(SECCOMP_RET_ALLOW), ANSWER(REFUSED(EPERM)),
      ANSWER(REFUSED(EPERM)),
  };
  unsigned short count = 0;
  for (size_t i = 0; i < sizeof head / sizeof head[0]; i++) filter[count++] = head[i];
  for (size_t i = 0; i < allowed_count; i++) {
    filter[count++] = (struct sock_filter)IF_SAME((uint32_t)allowed[i], 1);
    filter[count++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
  }
  for (size_t i = 0; i < sizeof tail / sizeof tail[0]; i++) filter[count++] = tail[i];
  return count;
}

static int filter_calls(void) {
  struct sock_filter filter[2 * allowed_count + 64];
  struct sock_fprog program = {.filter = filter};
  program.len = write_filter(filter, (uint32_t)getpid());
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else
static int filter_calls(void) { return 0; }
#endif

int child_confine(const struct child_limits *limits) {
  limit(RLIMIT_AS, limits->memory);
  limit(RLIMIT_CPU, limits->seconds);
  limit(RLIMIT_NOFILE, limits->files);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_CORE, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return filter_calls();
}
