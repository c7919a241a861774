#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* Keeps libxml2 from writing to standard error: faults are asked for, not printed. */
static void broadsheet_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}
static inline void broadsheet_silence_xml(void) { xmlSetGenericErrorFunc(NULL, broadsheet_ignore); }
