/* Runs commands in turns (A B C A B C …) and prints each one's least, median and greatest wall time in ms.
   Usage: interleave ROUNDS -- COMMAND… -- COMMAND… ; the commands' standard output is discarded. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double run(char **command) {
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  double elapsed = now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) {
    fprintf(stderr, "interleave: cannot run %s\n", command[0]);
    exit(1);
  }
  return elapsed;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  char **commands[32];
  int count = 0;
  if (argc < 4) return fprintf(stderr, "usage: interleave ROUNDS -- COMMAND... [-- COMMAND...]\n"), 2;
  int rounds = atoi(argv[1]);
  for (int i = 2; i < argc; i++) {
    if (strcmp(argv[i], "--") == 0) {
      argv[i] = NULL;
      if (count < 32 && i + 1 < argc) commands[count++] = &argv[i + 1];
    }
  }
  double *times = calloc((size_t)rounds * count, sizeof *times);
  if (!times || rounds < 1) return 2;
  for (int c = 0; c < count; c++) run(commands[c]); /* warms the file cache */
  for (int r = 0; r < rounds; r++)
    for (int c = 0; c < count; c++) times[c * rounds + r] = run(commands[c]);
  for (int c = 0; c < count; c++) {
    qsort(times + c * rounds, rounds, sizeof *times, ascending);
    printf("%.3f %.3f %.3f\n", times[c * rounds], times[c * rounds + rounds / 2], times[c * rounds + rounds - 1]);
  }
  return 0;
}
