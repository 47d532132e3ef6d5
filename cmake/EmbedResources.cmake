# Writes OUTPUT, a .cpp with the bytes of FILES; paths are taken from TOP (a file outside of it: its name).
set(arrays "")
set(rows "")
set(index 0)
set(named "")
foreach(file IN LISTS FILES)
  file(RELATIVE_PATH path ${TOP} ${file})
  if(path MATCHES "^\\.\\./")
    get_filename_component(path ${file} NAME)
  endif()
  list(APPEND named "${path}=${file}")
endforeach()
list(SORT named)
foreach(entry IN LISTS named)
  string(REGEX REPLACE "=.*$" "" path "${entry}")
  string(REGEX REPLACE "^[^=]*=" "" file "${entry}")
  file(READ ${file} hex HEX)
  file(SIZE ${file} size)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  # One spare zero: an empty file is still a valid array.
  string(APPEND arrays "const unsigned char kFile${index}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${path}\", {reinterpret_cast<const char*>(kFile${index}), ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
if(index EQUAL 0)
  set(body "  return {};\n")
else()
  set(body "  static const EmbeddedResource kTable[] = {\n${rows}  };\n  return kTable;\n")
endif()
file(WRITE ${OUTPUT} "// Written by cmake/EmbedResources.cmake.
#include \"resources/table.h\"

namespace aurigraph::detail {
namespace {
${arrays}}  // namespace

std::span<const EmbeddedResource> embeddedResources() {
${body}}

}  // namespace aurigraph::detail
")
