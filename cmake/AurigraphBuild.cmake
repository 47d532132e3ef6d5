# Compiler settings and the one way to declare a folder as a library.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror=switch -Werror=return-type
                    -fno-strict-aliasing)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Precompiled headers and ccache: the hash covers what the header contains.
  add_compile_options(-fpch-preprocess -Wno-interference-size)
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-msse4.2)  # CRC32C
endif()
if(AURIGRAPH_SANITIZE)
  add_compile_options(-fsanitize=${AURIGRAPH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${AURIGRAPH_SANITIZE})
endif()
include_directories(${CMAKE_SOURCE_DIR})

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)

# The precompiled header of a kind of files, cmake/pch/<kind>.h, made once for all targets that read it. It pays for
# Qt (half of a file's time), not for the library of C++ or Asio, whose files wait for the optimizer: g++ loads what
# it has precompiled page by page. Each file includes what it uses all the same; the gate's tidy builds without.
function(aurigraph_pch kind)
  cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
  set(nothing ${CMAKE_BINARY_DIR}/pch/${kind}.cpp)
  file(CONFIGURE OUTPUT ${nothing} CONTENT "")
  add_library(ag_pch_${kind} OBJECT ${nothing})
  set_target_properties(ag_pch_${kind} PROPERTIES AUTOMOC OFF)
  target_link_libraries(ag_pch_${kind} PRIVATE ${ARG_DEPS})
  target_precompile_headers(ag_pch_${kind} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch/${kind}.h)
endfunction()

# aurigraph_library(<name> DEPS … [PCH <kind>]): all .cpp of the calling folder (and those below that have no
# CMakeLists of their own), as target ag_<name>. A folder without sources is an interface library.
function(aurigraph_library name)
  cmake_parse_arguments(ARG "" "PCH" "DEPS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_UNPARSED_ARGUMENTS}/*.cpp)
  if(sources AND CMAKE_AUTOMOC)
    # moc reads the headers that it is told of.
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_UNPARSED_ARGUMENTS}/*.h)
    list(APPEND sources ${headers})
  endif()
  if(sources)
    add_library(ag_${name} STATIC ${sources})
    target_link_libraries(ag_${name} PUBLIC ${ARG_DEPS})
    if(ARG_PCH)
      target_precompile_headers(ag_${name} REUSE_FROM ag_pch_${ARG_PCH})
    endif()
  else()
    add_library(ag_${name} INTERFACE)
    target_link_libraries(ag_${name} INTERFACE ${ARG_DEPS})
  endif()
endfunction()
