/* Reads each file whole and runs libyaml's event loop over it: the least any audit must do with the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static int loop(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  int events = 0, done = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, count);
  while (!done) {
    if (!yaml_parser_parse(&parser, &event)) return -1;
    done = event.type == YAML_STREAM_END_EVENT;
    events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

int main(int argc, char **argv) {
  long total = 0;
  for (int i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    if (!file) return perror(argv[i]), 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(size ? size : 1);
    if (!bytes || fread(bytes, 1, size, file) != (size_t)size) return 1;
    fclose(file);
    int events = loop(bytes, size);
    if (events < 0) return fprintf(stderr, "%s: libyaml cannot read it\n", argv[i]), 1;
    total += events;
    free(bytes);
  }
  printf("%ld\n", total);
  return 0;
}
