// Asio and Beast, compiled once instead of in every file that includes them (the libraries' own way:
// "Optional separate compilation"). A third of such a file's time.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
