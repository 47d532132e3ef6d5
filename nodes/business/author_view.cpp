#include "nodes/business/author_view.h"

#include <algorithm>

#include "core/ledger/ledger.h"
#include "nodes/replica/replica.h"

namespace aurigraph::business {

runtime::Message askLedger(const wire::BatchHeader& header, std::function<void(AuthorView)> tell) {
  const auto read = [author = header.author, session = header.session, digest = header.digest(),
                     tell = std::move(tell)](const ledger::Ledger& ledger) {
    AuthorView view;
    view.height = ledger.height();
    view.keyEnded = ledger.hasEnded(author);
    view.known = view.keyEnded || ledger.identityOf(author).has_value();
    view.next = ledger.nextRequest(author, session);
    if (const ledger::SessionRow* row = ledger.session(author, session)) {
      const auto cached =
          std::find_if(row->window.begin(), row->window.end(),
                       [&](const ledger::SessionRow::Kept& each) { return each.batch == digest; });
      if (cached != row->window.end()) view.cachedResult = *cached;
    }
    tell(std::move(view));
  };
  return std::make_shared<const std::any>(replica::ReadLedger{read});
}

}  // namespace aurigraph::business
