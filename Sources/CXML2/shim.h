#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* Keeps libxml2 from writing to standard error: faults are asked for, not printed. */
static inline void broadsheet_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* Gives no document anything from outside itself: neither from the net nor from another file. */
static inline xmlParserInputPtr broadsheet_no_entity(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

static inline void broadsheet_tame_xml(void) {
  xmlSetGenericErrorFunc(NULL, broadsheet_ignore);
  xmlSetStructuredErrorFunc(NULL, NULL);
  xmlSetExternalEntityLoader(broadsheet_no_entity);
}

/* The first fault that a reader met: `code` is 0 where there was none. */
struct broadsheet_fault {
  int code, line, column, is_fatal;
  char message[160];
};

static inline void broadsheet_note_fault(void *context, xmlErrorPtr error) {
  struct broadsheet_fault *fault = context;
  if (fault->code != 0 && (fault->is_fatal || error->level < XML_ERR_FATAL)) return;
  if (error->level < XML_ERR_ERROR) return;
  fault->code = error->code;
  fault->line = error->line;
  fault->column = error->int2;
  fault->is_fatal = error->level == XML_ERR_FATAL;
  size_t count = 0;
  for (const char *next = error->message; next && *next && *next != '\n' && count + 1 < sizeof fault->message; next++)
    fault->message[count++] = *next;
  fault->message[count] = 0;
}

static inline void broadsheet_watch(xmlTextReaderPtr reader, struct broadsheet_fault *fault) {
  xmlTextReaderSetStructuredErrorHandler(reader, broadsheet_note_fault, fault);
}

/* `xmlFree` is a variable. */
static inline void broadsheet_free_xml(xmlChar *text) { xmlFree(text); }
