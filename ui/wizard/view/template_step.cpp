#include "ui/wizard/view/template_step.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {

TemplateStep::TemplateStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kTemplate, run, parent), choices_(new QButtonGroup(this)) {
  auto* line = new IssueLine(this);
  std::vector<issuance::IssuanceTemplate> templates;
  for (const std::string& name : issuance::templateNames())
    if (auto loaded = issuance::loadTemplate(name)) templates.push_back(std::move(*loaded));
  std::ranges::sort(templates, {}, &issuance::IssuanceTemplate::assetTemplate);
  for (const auto& from : templates) {
    const std::string& name = from.name;
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("template-") + qtText(name));
    button->setCheckable(true);
    setLook(*button, "choice");
    const QString title = templateText(qtText(name));
    QStringList needs;
    for (const auto& need : from.needs) needs << helpText(need.help);
    QStringList documents;
    for (const auto& document : from.documents)
      if (document.required) documents << documentText(document.type);
    const QString sentence = templateSentence(name);
    const QString records = tr("Records: %1").arg(needs.join(tr(", ")));
    const QString papers = tr("Documents: %1").arg(documents.join(tr(", ")));
    button->setAccessibleName(title);
    button->setAccessibleDescription(sentence + QLatin1Char(' ') + records + QLatin1Char(' ') + papers);
    auto* column = new QVBoxLayout(button);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(4);
    auto* head = new PlainLabel(title, button);
    head->setFont(Theme::instance().subheading());
    auto* body = new PlainLabel(sentence, button);
    body->wrapped();
    auto* facts = new PlainLabel(records + QLatin1Char('\n') + papers, button);
    facts->look("muted").wrapped();
    facts->setFont(Theme::instance().small());
    for (PlainLabel* each : {head, body, facts}) {
      each->setAttribute(Qt::WA_TransparentForMouseEvents);
      column->addWidget(each);
    }
    button->setMinimumHeight(button->fontMetrics().height() * 7);
    choices_->addButton(button);
    content().addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, name = from.name] {
      (void)this->run().edit([&](issuance::IssuanceFlow& to) { return to.chooseTemplate(name); });
    });
    if (choices_->buttons().size() == 1) bind(QStringLiteral("template"), button, line);
  }
  content().addWidget(line);
  content().addStretch();
}

void TemplateStep::fill() {
  const bool locked = flow().isLocked(step());
  for (QAbstractButton* button : choices_->buttons()) {
    const bool chosen = button->objectName() == QStringLiteral("template-") + qtText(draft().templateName);
    button->setChecked(chosen);
    button->setEnabled(!locked || chosen);
  }
}

}  // namespace aurigraph::ui
