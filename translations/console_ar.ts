<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>ApiClient</name>
    <message>
        <source>The server&apos;s certificate is not of this cluster.</source>
        <translation>شهادة الخادم ليست من هذا العنقود.</translation>
    </message>
    <message>
        <source>Check the address and the certificate file that you were given.</source>
        <translation>تحقق من العنوان ومن ملف الشهادة الذي أُعطي لك.</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>لم تُجب البوابة في الوقت المحدد.</translation>
    </message>
    <message>
        <source>It may be busy; try again in a moment.</source>
        <translation>قد تكون مشغولة؛ حاول مجددًا بعد لحظات.</translation>
    </message>
    <message>
        <source>The gateway closed the connection before it answered.</source>
        <translation>أغلقت البوابة الاتصال قبل أن تجيب.</translation>
    </message>
    <message>
        <source>It may be restarting, or want a client certificate that you have not given.</source>
        <translation>قد تكون قيد إعادة التشغيل، أو تطلب شهادة عميل لم تقدّمها.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>أُلغي الطلب.</translation>
    </message>
    <message>
        <source>No gateway answers at this address.</source>
        <translation>لا توجد بوابة تجيب على هذا العنوان.</translation>
    </message>
    <message>
        <source>Check the address and that the cluster runs.</source>
        <translation>تحقق من العنوان ومن أن العنقود يعمل.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation>تعذّرت قراءة جواب البوابة.</translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation>قد تكون من إصدار غير إصدار هذا البرنامج.</translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation>أجابت البوابة بالحالة %1.</translation>
    </message>
</context>
<context>
    <name>Assets</name>
    <message>
        <source>Block %1</source>
        <translation>الكتلة %1</translation>
    </message>
    <message>
        <source>Identity %1</source>
        <translation>الهوية %1</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °م</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>مسجَّل</translation>
    </message>
    <message>
        <source>Tokenized</source>
        <translation>مُرمَّز</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>مسحوب من التداول</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>مُسلَّم</translation>
    </message>
    <message>
        <source>%1 · accepted</source>
        <translation>%1 · مقبول</translation>
    </message>
    <message>
        <source>%1 · reviewed</source>
        <translation>%1 · مُراجَع</translation>
    </message>
    <message>
        <source>%1: accepted by its score alone (band ACCEPT, 0.80 and more).</source>
        <translation>%1: مقبول بدرجته وحدها (الشريحة ACCEPT، من 0.80 فأعلى).</translation>
    </message>
    <message>
        <source>%1: a reviewer approved it (band REVIEW, 0.60–0.79).</source>
        <translation>%1: وافق عليه مراجِع (الشريحة REVIEW، من 0.60 إلى 0.79).</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>أدنى درجة</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message numerus="yes">
        <source>Kept by %n node(s)</source>
        <translation>
            <numerusform>غير محفوظ لدى أي عقدة</numerusform>
            <numerusform>محفوظ لدى عقدة واحدة</numerusform>
            <numerusform>محفوظ لدى عقدتين</numerusform>
            <numerusform>محفوظ لدى %n عقد</numerusform>
            <numerusform>محفوظ لدى %n عقدة</numerusform>
            <numerusform>محفوظ لدى %n عقدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>رمز التداول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>المنازل العشرية</translation>
    </message>
    <message>
        <source>None: whole units only</source>
        <translation>لا شيء: وحدات كاملة فقط</translation>
    </message>
    <message>
        <source>Burned</source>
        <translation>المحروق</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>None stated</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>%1 %2 a unit</source>
        <translation>%1 %2 للوحدة</translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation>فترة حظر البيع</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1 from acquisition</source>
        <translation>%1 من تاريخ الاقتناء</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>درجة الحرارة</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Serials</source>
        <translation>الأرقام التسلسلية</translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation>وافق عليه المفتاح</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reported by the gateway · changed since it was verified</source>
        <translation>أبلغت عنه البوابة · تغيّر منذ التحقق منه</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>مجمَّد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>غير مجمَّد</translation>
    </message>
    <message>
        <source>Verified on this computer · checkpoint %1, block %2</source>
        <translation>تم التحقق منه على هذا الحاسوب · نقطة التحقق %1، الكتلة %2</translation>
    </message>
    <message>
        <source>This balance is in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer; its file has the digest %3.</source>
        <translation>هذا الرصيد وارد في حالة نقطة التحقق %1 التي وقّعتها عقد المصادقة مع الكتلة %2. وقد فُحص الإثبات على هذا الحاسوب؛ وبصمة ملفه %3.</translation>
    </message>
    <message>
        <source>At checkpoint %1 another balance was verified. Check its proof again.</source>
        <translation>عند نقطة التحقق %1 جرى التحقق من رصيد آخر. افحص إثباته مجددًا.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>no data before %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation>لا بيانات قبل %1</translation>
    </message>
    <message>
        <source>no data %1–%2</source>
        <extracomment>In a chart, over the part without readings; %1 and %2 are times like 14:02</extracomment>
        <translation>لا بيانات %1–%2</translation>
    </message>
    <message>
        <source>no data since %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation>لا بيانات منذ %1</translation>
    </message>
    <message>
        <source>— (nothing to measure)</source>
        <extracomment>Instead of a value of a chart: there was nothing to measure in that second</extracomment>
        <translation>— (لا شيء للقياس)</translation>
    </message>
    <message>
        <source>— (no data)</source>
        <extracomment>Instead of a value of a chart: no reading was received</extracomment>
        <translation>— (لا بيانات)</translation>
    </message>
    <message>
        <source>No values in the time shown.</source>
        <translation>لا قيم في الفترة المعروضة.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One line of a chart and its newest value, like &quot;Final: 12,400 per second&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>عند %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n gap(s) without data.</source>
        <translation>
            <numerusform>لا توجد فجوات بلا بيانات.</numerusform>
            <numerusform>توجد فجوة واحدة بلا بيانات.</numerusform>
            <numerusform>توجد فجوتان بلا بيانات.</numerusform>
            <numerusform>توجد %n فجوات بلا بيانات.</numerusform>
            <numerusform>توجد %n فجوة بلا بيانات.</numerusform>
            <numerusform>توجد %n فجوة بلا بيانات.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmbeddedHost</name>
    <message>
        <source>Opening keys, certificates and data</source>
        <translation>فتح المفاتيح والشهادات والبيانات</translation>
    </message>
    <message>
        <source>Starting the provider simulator</source>
        <translation>بدء محاكي المزوّدين</translation>
    </message>
    <message>
        <source>Starting the nodes</source>
        <translation>بدء العقد</translation>
    </message>
    <message>
        <source>Electing a leader</source>
        <translation>انتخاب قائد</translation>
    </message>
    <message>
        <source>Opening the gateway</source>
        <translation>فتح البوابة</translation>
    </message>
    <message>
        <source>people sign in</source>
        <translation>أشخاص يسجّلون الدخول</translation>
    </message>
    <message>
        <source>validators seal</source>
        <translation>عقد المصادقة تختم</translation>
    </message>
    <message>
        <source>sources are asked</source>
        <translation>سؤال المصادر</translation>
    </message>
    <message>
        <source>a property becomes units</source>
        <translation>عقار يصبح وحدات</translation>
    </message>
    <message>
        <source>a doubtful price is refused</source>
        <translation>عدم قبول سعر مشكوك فيه</translation>
    </message>
    <message>
        <source>a reviewer decides</source>
        <translation>مراجِع يتخذ قرارًا</translation>
    </message>
    <message>
        <source>a project becomes credits</source>
        <translation>مشروع يصبح ائتمانات</translation>
    </message>
    <message>
        <source>a shipment becomes a batch</source>
        <translation>شحنة تصبح دفعة</translation>
    </message>
    <message>
        <source>units are transferred</source>
        <translation>تحويل وحدات</translation>
    </message>
    <message>
        <source>proofs are verified</source>
        <translation>التحقق من الإثباتات</translation>
    </message>
    <message>
        <source>balances are added up</source>
        <translation>جمع الأرصدة</translation>
    </message>
    <message>
        <source>more holders arrive</source>
        <translation>وصول حائزين آخرين</translation>
    </message>
    <message>
        <source>records wait for review</source>
        <translation>سجلات تنتظر المراجعة</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file could not be read: %1.</source>
        <translation>تعذّرت قراءة الملف: %1.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>تحقق من وجوده ومن أن لديك إذن قراءته.</translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>تعذّرت كتابة الملف: %1.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>اختر مجلدًا آخر، أو أفسح مكانًا على القرص.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions; %1 is a number like 1.2</extracomment>
        <translation>%1 مليون</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <extracomment>Hours and minutes, like &quot;2 h 10 min&quot;</extracomment>
        <translation>%1 %2 د</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>السوق</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>العقارات</translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation>الكربون</translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation>سلسلة التوريد</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>الطقس</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>لقطة</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>شمعة سعرية</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>صفقة</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>عرض سعر</translation>
    </message>
    <message>
        <source>Valuation</source>
        <translation>تقييم</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>قطعة أرض</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>ضريبة</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>بيع</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>سند ملكية</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>Credit block</source>
        <translation>حزمة ائتمانات</translation>
    </message>
    <message>
        <source>Retirement</source>
        <translation>سحب من التداول</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>سعر</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>حدث</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>مستشعر</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>رصد</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>نموذج</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>توقّع</translation>
    </message>
    <message>
        <source>Air quality</source>
        <translation>جودة الهواء</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Accepted by score</source>
        <translation>مقبول بدرجته</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>ينتظر المراجعة</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>موافَق عليه</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>منقوض</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>الاكتمال</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>التنسيق</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>الاتساق</translation>
    </message>
    <message>
        <source>Source verification</source>
        <translation>التحقق من المصدر</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>الحداثة</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>التفرّد</translation>
    </message>
    <message>
        <source>References</source>
        <translation>الإحالات</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Property in units</source>
        <translation>عقار مجزّأ إلى وحدات</translation>
    </message>
    <message>
        <source>Carbon credits</source>
        <translation>ائتمانات كربونية</translation>
    </message>
    <message>
        <source>Shipment batch</source>
        <translation>دفعة شحن</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>حقيقي</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>محاكاة</translation>
    </message>
    <message>
        <source>REPLAYED</source>
        <translation>مُعاد</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>الامتثال</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>مراجِع</translation>
    </message>
    <message>
        <source>Senior reviewer</source>
        <translation>مراجِع أول</translation>
    </message>
    <message>
        <source>Risk officer</source>
        <translation>مسؤول المخاطر</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>مدقق</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>الحائز</translation>
    </message>
    <message>
        <source>Slim node</source>
        <translation>عقدة خفيفة</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>أمين الخزانة</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>أمين الحفظ</translation>
    </message>
    <message>
        <source>Validator</source>
        <translation>عقدة مصادقة</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>عقدة أعمال</translation>
    </message>
    <message>
        <source>Slim</source>
        <translation>عقدة خفيفة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>beside ms</comment>
        <extracomment>Seconds, like &quot;1.4 s&quot;</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds, like &quot;12 ms&quot;</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Claim issuer</source>
        <translation>مُصدِر الإفادات</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Aurigraph %1

A final block is covered by signatures of a majority of validators. That is evidence against a validator that signs two histories; it does not make three nodes safe against a majority of stolen keys.</source>
        <translation>Aurigraph %1

الكتلة النهائية تغطيها تواقيع أغلبية عقد المصادقة. هذا دليل ضد عقدة مصادقة توقّع تاريخين؛ لكنه لا يجعل ثلاث عقد آمنة أمام أغلبية من المفاتيح المسروقة.</translation>
    </message>
    <message>
        <source>About Aurigraph</source>
        <translation>حول Aurigraph</translation>
    </message>
</context>
<context>
    <name>IssuanceWords</name>
    <message>
        <source>Template</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>القالب</translation>
    </message>
    <message>
        <source>Asset</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Terms</source>
        <extracomment>Step of the issuance wizard: price, supply …</extracomment>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Approval</source>
        <extracomment>Step of the issuance wizard: another person agrees.</extracomment>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Pre-check</source>
        <extracomment>Step of the issuance wizard: the ledger is asked before anything is signed.</extracomment>
        <translation>الفحص المسبق</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <extracomment>Step of the issuance wizard: reading everything once more and signing.</extracomment>
        <translation>المراجعة والتوقيع</translation>
    </message>
    <message>
        <source>Submitted</source>
        <extracomment>Step of the issuance wizard: following what was sent.</extracomment>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>What do you want to issue?</source>
        <translation>ماذا تريد أن تُصدر؟</translation>
    </message>
    <message>
        <source>Which asset stands behind it?</source>
        <translation>ما الأصل الذي يستند إليه؟</translation>
    </message>
    <message>
        <source>What are its terms?</source>
        <translation>ما شروطه؟</translation>
    </message>
    <message>
        <source>Which documents belong to it?</source>
        <translation>ما المستندات التابعة له؟</translation>
    </message>
    <message>
        <source>Register the asset, then have the issue approved</source>
        <translation>سجّل الأصل، ثم احصل على الموافقة على الإصدار</translation>
    </message>
    <message>
        <source>What would the ledger say?</source>
        <translation>ماذا سيقول الدفتر؟</translation>
    </message>
    <message>
        <source>Read it once more, then sign</source>
        <translation>اقرأه مرة أخيرة، ثم وقّع</translation>
    </message>
    <message>
        <source>Where your issue is</source>
        <translation>أين وصل إصدارك</translation>
    </message>
    <message>
        <source>A template says which records, terms and documents an issue of its kind has.</source>
        <translation>يحدد القالب السجلات والشروط والمستندات اللازمة لإصدار من نوعه.</translation>
    </message>
    <message>
        <source>An asset is carried by records that the machine accepted or a reviewer approved. Choose its key; the newest usable records are suggested.</source>
        <translation>يقوم الأصل على سجلات قبلها النظام آليًا أو وافق عليها مراجِع. اختر مفتاحه؛ وتُقترح أحدث السجلات القابلة للاستخدام.</translation>
    </message>
    <message>
        <source>They are part of the token for ever. The whole supply goes to your own account.</source>
        <translation>تبقى جزءًا من الرمز المميّز إلى الأبد. ويذهب المعروض كله إلى حسابك.</translation>
    </message>
    <message>
        <source>Files stay with you. Only their SHA-256 goes on the ledger, so that anybody can tell later whether a file is the one that was meant.</source>
        <translation>تبقى الملفات لديك. ولا يُدوَّن في الدفتر إلا SHA-256 الخاص بها، ليتمكن أي شخص لاحقًا من معرفة ما إذا كان الملف هو المقصود.</translation>
    </message>
    <message>
        <source>Registering gives the asset its number. Another person then agrees to exactly these terms; changing them afterwards needs a new approval.</source>
        <translation>التسجيل يمنح الأصل رقمه. ثم يوافق شخص آخر على هذه الشروط بعينها؛ وتغييرها بعد ذلك يستلزم موافقة جديدة.</translation>
    </message>
    <message>
        <source>The same rules as at the real issue, asked without writing anything.</source>
        <translation>القواعد نفسها المطبَّقة عند الإصدار الفعلي، لكن دون كتابة أي شيء.</translation>
    </message>
    <message>
        <source>These lines are made from the bytes that you sign. An issue cannot be taken back.</source>
        <translation>هذه الأسطر مستخرجة من البايتات التي توقّعها. لا يمكن التراجع عن الإصدار.</translation>
    </message>
    <message>
        <source>You can leave this page; the issue goes on and is found in the list.</source>
        <translation>يمكنك مغادرة هذه الصفحة؛ يستمر الإصدار وتجده في القائمة.</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>لم يُبلَغ بعد</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>الخطوة الحالية</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>غير لازم</translation>
    </message>
    <message>
        <source>days</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>tonnes</source>
        <translation>طن</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>رمز مميّز</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>°م</translation>
    </message>
    <message>
        <source>A whole property as fractional units. Needs a title and a valuation of the same parcel.</source>
        <translation>عقار كامل في وحدات جزئية. يلزمه سند ملكية وتقييم لقطعة الأرض نفسها.</translation>
    </message>
    <message>
        <source>Credits of one project, each unit one tonne with its own serial number.</source>
        <translation>ائتمانات مشروع واحد، كل وحدة طن واحد برقم تسلسلي خاص بها.</translation>
    </message>
    <message>
        <source>A shipment that moves and expires as one batch, within limits of temperature.</source>
        <translation>شحنة تنتقل وتنتهي صلاحيتها دفعةً واحدة، ضمن حدود لدرجة الحرارة.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Registering</source>
        <translation>قيد التسجيل</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>سُجّل الأصل</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>قيد الإصدار</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>مُثبَّت</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Choose what you want to issue.</source>
        <translation>اختر ما تريد إصداره.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>This must be one line with something in it.</source>
        <translation>يجب أن يكون سطرًا واحدًا غير فارغ.</translation>
    </message>
    <message>
        <source>This is too long: at most %1 bytes.</source>
        <translation>هذا طويل جدًا: %1 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>This is no number. Write digits, with a point before decimals: 1234.50.</source>
        <translation>ليس هذا عددًا. اكتب أرقامًا، مع نقطة قبل الكسور العشرية: 1234.50.</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>ليس هذا عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>Only capital letters A to Z, digits and hyphens.</source>
        <translation>الأحرف اللاتينية الكبيرة من A إلى Z والأرقام والواصلات فقط.</translation>
    </message>
    <message>
        <source>There is a token with the symbol %1 already.</source>
        <translation>يوجد بالفعل رمز مميّز برمز التداول %1.</translation>
    </message>
    <message>
        <source>A whole number from 0 to %1.</source>
        <translation>عدد صحيح من 0 إلى %1.</translation>
    </message>
    <message>
        <source>The supply has more decimals than the token, which has %1.</source>
        <translation>في المعروض منازل عشرية أكثر مما للرمز المميّز، وهي %1.</translation>
    </message>
    <message>
        <source>The supply must be greater than zero and less than 2 to the power of 96 base units.</source>
        <translation>يجب أن يكون المعروض أكبر من صفر وأقل من 2 للأس 96 من الوحدات الأساسية.</translation>
    </message>
    <message>
        <source>A currency needs a price; leave both empty to state none.</source>
        <translation>العملة تستلزم سعرًا؛ اترك الاثنين فارغين لعدم ذكر سعر.</translation>
    </message>
    <message>
        <source>The price must be greater than zero; leave it empty to state none.</source>
        <translation>يجب أن يكون السعر أكبر من صفر؛ اتركه فارغًا لعدم ذكر سعر.</translation>
    </message>
    <message>
        <source>%2 has %1 decimals; the price has more.</source>
        <translation>منازل %2 العشرية %1؛ وفي السعر أكثر منها.</translation>
    </message>
    <message>
        <source>Three capital letters, for example USD.</source>
        <translation>ثلاثة أحرف لاتينية كبيرة، مثل USD.</translation>
    </message>
    <message>
        <source>A price needs its currency.</source>
        <translation>السعر يستلزم عملته.</translation>
    </message>
    <message>
        <source>A lock-up cannot be negative.</source>
        <translation>لا يمكن أن تكون فترة حظر البيع سالبة.</translation>
    </message>
    <message>
        <source>At most %1 days.</source>
        <translation>عدد الأيام %1 على الأكثر.</translation>
    </message>
    <message>
        <source>Thousandths of a degree are the finest there is.</source>
        <translation>أدق ما يمكن أجزاء الألف من الدرجة.</translation>
    </message>
    <message>
        <source>This temperature does not exist.</source>
        <translation>درجة الحرارة هذه غير ممكنة.</translation>
    </message>
    <message>
        <source>The highest temperature must be above the lowest.</source>
        <translation>يجب أن تكون درجة الحرارة العليا فوق الدنيا.</translation>
    </message>
    <message>
        <source>Add the serial numbers that become tokens.</source>
        <translation>أضف الأرقام التسلسلية التي تصبح رموزًا مميّزة.</translation>
    </message>
    <message>
        <source>At most %1 ranges.</source>
        <translation>عدد النطاقات %1 على الأكثر.</translation>
    </message>
    <message>
        <source>The last number comes before the first.</source>
        <translation>الرقم الأخير يسبق الأول.</translation>
    </message>
    <message>
        <source>These numbers are in the range %1 to %2 already.</source>
        <translation>هذه الأرقام موجودة بالفعل في النطاق من %1 إلى %2.</translation>
    </message>
    <message>
        <source>None of the chosen credit blocks issued these numbers.</source>
        <translation>لم تُصدر أي من حزم الائتمانات المختارة هذه الأرقام.</translation>
    </message>
    <message>
        <source>The serial ranges hold %1 credits, the supply is %2. Each token is one credit.</source>
        <translation>في النطاقات التسلسلية %1 من الائتمانات، والمعروض %2. كل رمز مميّز ائتمان واحد.</translation>
    </message>
    <message>
        <source>A usable record is missing: %1.</source>
        <translation>ينقص سجل قابل للاستخدام: %1.</translation>
    </message>
    <message>
        <source>The cluster does not know a chosen record any more.</source>
        <translation>لم يعد العنقود يعرف أحد السجلات المختارة.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is not of this template&apos;s kind.</source>
        <translation>أحد السجلات المختارة (%1) ليس من نوع هذا القالب.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is neither accepted nor approved, or its approval has ended.</source>
        <translation>أحد السجلات المختارة (%1) غير مقبول وغير موافَق عليه، أو انتهت الموافقة عليه.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is about another asset.</source>
        <translation>أحد السجلات المختارة (%1) يخص أصلًا آخر.</translation>
    </message>
    <message>
        <source>A chosen record (%1) speaks for a registered asset already.</source>
        <translation>أحد السجلات المختارة (%1) يستند إليه أصل مسجَّل بالفعل.</translation>
    </message>
    <message>
        <source>At most %1 records.</source>
        <translation>عدد السجلات %1 على الأكثر.</translation>
    </message>
    <message>
        <source>An asset with this key is registered already. Choose it from the list to issue on it.</source>
        <translation>يوجد أصل مسجَّل بهذا المفتاح. اختره من القائمة للإصدار عليه.</translation>
    </message>
    <message>
        <source>This asset was registered with another template.</source>
        <translation>سُجّل هذا الأصل بقالب آخر.</translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation>سجّل شخص آخر هذا الأصل.</translation>
    </message>
    <message>
        <source>This asset has its token already.</source>
        <translation>لهذا الأصل رمزه المميّز بالفعل.</translation>
    </message>
    <message>
        <source>The asset is not on the register yet.</source>
        <translation>لم يُسجَّل الأصل بعد.</translation>
    </message>
    <message>
        <source>A document is missing: %1.</source>
        <translation>ينقص مستند: %1.</translation>
    </message>
    <message>
        <source>At most %1 documents.</source>
        <translation>عدد المستندات %1 على الأكثر.</translation>
    </message>
    <message>
        <source>The file was not read yet.</source>
        <translation>لم يُقرأ الملف بعد.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>الملف %1 فارغ.</translation>
    </message>
    <message>
        <source>The same file is in the list twice: %1.</source>
        <translation>الملف نفسه في القائمة مرتين: %1.</translation>
    </message>
    <message>
        <source>Nobody has approved this issue yet.</source>
        <translation>لم يوافق أحد على هذا الإصدار بعد.</translation>
    </message>
    <message>
        <source>You cannot approve your own issue.</source>
        <translation>لا يمكنك الموافقة على إصدارك.</translation>
    </message>
    <message>
        <source>This approval was given for other terms. Have the issue approved again.</source>
        <translation>أُعطيت هذه الموافقة لشروط أخرى. احصل على الموافقة على الإصدار مجددًا.</translation>
    </message>
    <message>
        <source>The ledger has not been asked yet.</source>
        <translation>لم يُسأل الدفتر بعد.</translation>
    </message>
    <message>
        <source>Something was changed since the ledger was asked. Ask it again.</source>
        <translation>تغيّر شيء منذ سؤال الدفتر. اسأله مجددًا.</translation>
    </message>
    <message>
        <source>The record (%1) is %2 days old; this example policy wants at most %3.</source>
        <translation>عمر السجل (%1) بالأيام %2؛ وهذه السياسة النموذجية تريد %3 على الأكثر.</translation>
    </message>
    <message>
        <source>All units at this price are %1 %3, more than %4 % of the valuation of %2 %3 that this example policy allows.</source>
        <translation>قيمة جميع الوحدات بهذا السعر %1 %3، أي أكثر من %4% من التقييم البالغ %2 %3 الذي تسمح به هذه السياسة النموذجية.</translation>
    </message>
    <message>
        <source>The file %1 is larger than the %2 MB of this example policy.</source>
        <translation>الملف %1 أكبر من حد هذه السياسة النموذجية وهو %2 م.ب.</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>مفتاح الأصل</translation>
    </message>
    <message>
        <source>Asset name</source>
        <translation>اسم الأصل</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>رمز التداول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>المنازل العشرية</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Price of one token</source>
        <translation>سعر الرمز المميّز الواحد</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation>فترة حظر البيع</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>الأرقام التسلسلية</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>السجل الرسمي</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>الرقم الأول</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>الرقم الأخير</translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation>أدنى درجة حرارة</translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation>أعلى درجة حرارة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Up to 12 capital letters, digits and hyphens; nobody else can use it again.</source>
        <translation>حتى 12 من الأحرف اللاتينية الكبيرة والأرقام والواصلات؛ ولا يمكن لغيرك استخدامه مجددًا.</translation>
    </message>
    <message>
        <source>What holders read, up to 64 bytes.</source>
        <translation>ما يقرؤه الحائزون، حتى 64 بايت.</translation>
    </message>
    <message>
        <source>How far one token can be divided: 0 for whole ones only, 8 at most.</source>
        <translation>إلى أي حد يمكن تجزئة الرمز المميّز الواحد: 0 للرموز الكاملة فقط، و8 على الأكثر.</translation>
    </message>
    <message>
        <source>How many tokens are issued, all at once and to your own account.</source>
        <translation>عدد الرموز المميّزة المُصدَرة، كلها دفعة واحدة وإلى حسابك.</translation>
    </message>
    <message>
        <source>Whole tonnes of CO₂; each token is one credit with its serial number.</source>
        <translation>أطنان كاملة من CO₂؛ كل رمز مميّز ائتمان واحد برقمه التسلسلي.</translation>
    </message>
    <message>
        <source>What one token is offered for. Empty: no price is stated.</source>
        <translation>ما يُعرض به الرمز المميّز الواحد. إن تُرك فارغًا: لا يُذكر سعر.</translation>
    </message>
    <message>
        <source>Three letters of ISO 4217, for example USD.</source>
        <translation>ثلاثة أحرف من معيار ISO 4217، مثل USD.</translation>
    </message>
    <message>
        <source>For how long a holder cannot pass on what they bought. Your own first sale is free of it.</source>
        <translation>المدة التي لا يمكن فيها للحائز نقل ما اشتراه. ولا تسري على بيعك الأول.</translation>
    </message>
    <message>
        <source>The registry&apos;s own numbers, first and last included, out of the chosen block.</source>
        <translation>أرقام السجل الرسمي نفسه، شاملةً الأول والأخير، من الحزمة المختارة.</translation>
    </message>
    <message>
        <source>The contract&apos;s lower limit of the shipment.</source>
        <translation>الحد الأدنى للشحنة بحسب العقد.</translation>
    </message>
    <message>
        <source>The contract&apos;s upper limit of the shipment.</source>
        <translation>الحد الأعلى للشحنة بحسب العقد.</translation>
    </message>
    <message>
        <source>Title of the property</source>
        <translation>سند ملكية العقار</translation>
    </message>
    <message>
        <source>Valuation of the property</source>
        <translation>تقييم العقار</translation>
    </message>
    <message>
        <source>Registry entry of the carbon project</source>
        <translation>قيد مشروع الكربون في السجل الرسمي</translation>
    </message>
    <message>
        <source>Issued block of credits</source>
        <translation>حزمة ائتمانات صادرة</translation>
    </message>
    <message>
        <source>Market price of such credits</source>
        <translation>سعر السوق لهذه الائتمانات</translation>
    </message>
    <message>
        <source>Event of the shipment</source>
        <translation>حدث من أحداث الشحنة</translation>
    </message>
    <message>
        <source>Sensor readings of the shipment</source>
        <translation>قراءات مستشعرات الشحنة</translation>
    </message>
    <message>
        <source>The registered deed</source>
        <translation>صك الملكية المسجَّل</translation>
    </message>
    <message>
        <source>The appraiser&apos;s report behind the valuation</source>
        <translation>تقرير المثمّن الذي يستند إليه التقييم</translation>
    </message>
    <message>
        <source>The search for encumbrances</source>
        <translation>البحث عن الأعباء على العقار</translation>
    </message>
    <message>
        <source>The insurance policy</source>
        <translation>وثيقة التأمين</translation>
    </message>
    <message>
        <source>The project design document</source>
        <translation>وثيقة تصميم المشروع</translation>
    </message>
    <message>
        <source>The verifier&apos;s report</source>
        <translation>تقرير جهة التحقق</translation>
    </message>
    <message>
        <source>The registry&apos;s word that the credits are immobilised</source>
        <translation>إفادة السجل الرسمي بأن الائتمانات موقوفة عن التداول</translation>
    </message>
    <message>
        <source>The carrier&apos;s bill of lading</source>
        <translation>بوليصة شحن الناقل</translation>
    </message>
    <message>
        <source>The qualified person&apos;s release</source>
        <translation>إفراج الشخص المؤهل</translation>
    </message>
    <message>
        <source>The temperature logger&apos;s calibration</source>
        <translation>معايرة مسجّل درجة الحرارة</translation>
    </message>
    <message>
        <source>The valuation is not older than %1 days.</source>
        <translation>عمر التقييم بالأيام لا يزيد على %1.</translation>
    </message>
    <message>
        <source>All units at their price stay within %1 % of the valuation.</source>
        <translation>تبقى قيمة جميع الوحدات بسعرها ضمن %1% من التقييم.</translation>
    </message>
    <message>
        <source>No document is larger than %1 MB.</source>
        <translation>لا يزيد حجم أي مستند على %1 م.ب.</translation>
    </message>
    <message>
        <source>The block was read from its registry within %1 days.</source>
        <translation>قُرئت الحزمة من سجلها الرسمي خلال عدد أيام لا يزيد على %1.</translation>
    </message>
    <message>
        <source>The readings are not older than %1 days.</source>
        <translation>عمر القراءات بالأيام لا يزيد على %1.</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>صك الملكية</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>تقرير التثمين</translation>
    </message>
    <message>
        <source>Lien search</source>
        <translation>البحث عن الرهون</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>التأمين</translation>
    </message>
    <message>
        <source>Project design</source>
        <translation>تصميم المشروع</translation>
    </message>
    <message>
        <source>Verification report</source>
        <translation>تقرير التحقق</translation>
    </message>
    <message>
        <source>Immobilisation</source>
        <translation>الإيقاف عن التداول</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>بوليصة الشحن</translation>
    </message>
    <message>
        <source>Quality release</source>
        <translation>إفراج الجودة</translation>
    </message>
    <message>
        <source>Logger calibration</source>
        <translation>معايرة المسجّل</translation>
    </message>
    <message>
        <source>Asset number</source>
        <translation>رقم الأصل</translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation>اسم الرمز المميّز</translation>
    </message>
    <message>
        <source>Lock-up in days</source>
        <translation>فترة حظر البيع بالأيام</translation>
    </message>
    <message>
        <source>Lock-up in seconds</source>
        <translation>فترة حظر البيع بالثواني</translation>
    </message>
    <message>
        <source>Lowest temperature in °C</source>
        <translation>أدنى درجة حرارة (°م)</translation>
    </message>
    <message>
        <source>Highest temperature in °C</source>
        <translation>أعلى درجة حرارة (°م)</translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation>وافق عليه المفتاح</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Of you and who approved, one registered another on the ledger in the last 24 hours, or somebody registered two of you. Ask another person, or wait.</source>
        <translation>سجّل أحدكم، أنت ومن وافقوا، شخصًا آخر منكم في الدفتر خلال آخر أربع وعشرين ساعة، أو سجّل شخص واحد اثنين منكم. اطلب من شخص آخر، أو انتظر.</translation>
    </message>
    <message>
        <source>Nobody who is known to work for another organisation than you has approved this issue. Ask such a person; administrators say on the ledger who works where.</source>
        <translation>لم يوافق على هذا الإصدار أي شخص يُعرف أنه يعمل لدى مؤسسة غير مؤسستك. اطلب ذلك من شخص كهذا؛ ومسؤولو النظام هم من يحددون في الدفتر أين يعمل كل شخص.</translation>
    </message>
    <message>
        <source>This approval is good for somebody else&apos;s issue. Have your own request approved.</source>
        <translation>هذه الموافقة صالحة لإصدار شخص آخر. احصل على الموافقة على طلبك أنت.</translation>
    </message>
    <message>
        <source>This approval is of another request than the newest, with another end. Export the newest request and have that approved.</source>
        <translation>هذه الموافقة تخص طلبًا غير أحدث طلب، وله أجل آخر. صدّر أحدث طلب واحصل على الموافقة عليه.</translation>
    </message>
    <message>
        <source>The time until which the request was good has passed. Ask again, and have the new request approved.</source>
        <translation>انقضى الأجل الذي كان الطلب صالحًا حتى حلوله. اطلب مجددًا، واحصل على الموافقة على الطلب الجديد.</translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation>طلب الموافقة</translation>
    </message>
    <message>
        <source>Two of the approvals are of the same person, with two keys. Remove one of them; if another is needed, ask another person.</source>
        <translation>موافقتان منها للشخص نفسه بمفتاحين. أزِل إحداهما؛ وإن لزمت موافقة أخرى فاطلبها من شخص آخر.</translation>
    </message>
    <message>
        <source>The approvals had ended when the ledger looked at them. Ask again: a new request has a later end.</source>
        <translation>كانت الموافقات قد انتهت عندما نظر فيها الدفتر. اطلب مجددًا: للطلب الجديد أجل أبعد.</translation>
    </message>
    <message>
        <source>The approvals would be good for longer than the 72 hours that the ledger takes. Ask again: a new request has an end that fits.</source>
        <translation>مدة صلاحية الموافقات أطول من 72 ساعة، وهي أقصى ما يقبله الدفتر. اطلب مجددًا: للطلب الجديد أجل مناسب.</translation>
    </message>
    <message>
        <source>The ledger has used the approvals of this very request already. Ask again: a new request has another end.</source>
        <translation>استعمل الدفتر موافقات هذا الطلب نفسه من قبل. اطلب مجددًا: للطلب الجديد أجل آخر.</translation>
    </message>
    <message>
        <source>Genesis digest of the cluster</source>
        <translation>بصمة نشأة العنقود</translation>
    </message>
    <message>
        <source>Ordered by key</source>
        <translation>صاحب الأمر بالمفتاح</translation>
    </message>
    <message>
        <source>Approvals are good until</source>
        <translation>الموافقات صالحة حتى</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A time as here, and the same in UTC</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>LocalStore</name>
    <message>
        <source>This computer could not keep your draft: %1.</source>
        <translation>تعذّر على هذا الحاسوب حفظ مسودتك: %1.</translation>
    </message>
    <message>
        <source>Check free disk space and permissions; until then nothing is kept when you close the window.</source>
        <translation>تحقق من المساحة الحرة على القرص ومن الأذونات؛ وحتى ذلك الحين لا يُحفظ شيء عند إغلاق النافذة.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>, </source>
        <extracomment>Between names in a list</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>Nothing had to become final in the last minute.</source>
        <translation>لم يكن هناك ما يلزم أن يصبح نهائيًا في الدقيقة الأخيرة.</translation>
    </message>
    <message>
        <source>Final within %1.</source>
        <translation>نهائي خلال %1.</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <extracomment>State of a node</extracomment>
        <translation>لا تجيب</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <extracomment>State of a node; %1 is a duration like &quot;12 s&quot;</extracomment>
        <translation>صامتة منذ %1</translation>
    </message>
    <message>
        <source>Catching up</source>
        <extracomment>State of a node</extracomment>
        <translation>تلحق بالركب</translation>
    </message>
    <message>
        <source>Answers</source>
        <extracomment>State of a node</extracomment>
        <translation>تجيب</translation>
    </message>
    <message>
        <source>The gateway knows of no node.</source>
        <translation>لا تعرف البوابة أي عقدة.</translation>
    </message>
    <message>
        <source>%1 of %2 validators answer: there is no majority, nothing becomes final.</source>
        <translation>تجيب %1 من %2 من عقد المصادقة: لا توجد أغلبية، ولا يصبح أي شيء نهائيًا.</translation>
    </message>
    <message>
        <source>There is no leader: nothing is decided until one is elected.</source>
        <translation>لا يوجد قائد: لا يُبتّ في شيء حتى يُنتخب قائد.</translation>
    </message>
    <message numerus="yes">
        <source>All %n node(s) answer.</source>
        <translation>
            <numerusform>لا توجد عقد.</numerusform>
            <numerusform>تجيب العقدة الوحيدة.</numerusform>
            <numerusform>تجيب العقدتان.</numerusform>
            <numerusform>تجيب جميع العقد (%n).</numerusform>
            <numerusform>تجيب جميع العقد (%n).</numerusform>
            <numerusform>تجيب جميع العقد (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer.</source>
        <translation>تجيب %1 من %2 من العقد.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer; missing: %3.</source>
        <translation>تجيب %1 من %2 من العقد؛ الغائبة: %3.</translation>
    </message>
    <message>
        <source>Nobody leads, as far as this gateway knows.</source>
        <translation>لا قائد، بحسب علم هذه البوابة.</translation>
    </message>
    <message>
        <source>%1 leads in term %2.</source>
        <translation>تقود %1 في الولاية %2.</translation>
    </message>
    <message>
        <source>Node %1 leads in term %2.</source>
        <translation>تقود العقدة %1 في الولاية %2.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Holds</source>
        <extracomment>Result of checking a link of a proof</extracomment>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>غير صحيح</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 as of checkpoint %4, under the validators&apos; signatures of block %5. Asset: %6. Data: %7, lowest score %8.</source>
        <translation>يحوز %1 مقدار %2 من %3 عند نقطة التحقق %4، بتواقيع عقد المصادقة على الكتلة %5. الأصل: %6. البيانات: %7، أدنى درجة %8.</translation>
    </message>
    <message numerus="yes">
        <source>Valid: all %n link(s) hold, and the cluster is the one you named.</source>
        <translation>
            <numerusform>صالح: لا توجد حلقات، والعنقود هو الذي سمّيته.</numerusform>
            <numerusform>صالح: الحلقة الوحيدة صحيحة، والعنقود هو الذي سمّيته.</numerusform>
            <numerusform>صالح: الحلقتان صحيحتان، والعنقود هو الذي سمّيته.</numerusform>
            <numerusform>صالح: جميع الحلقات (%n) صحيحة، والعنقود هو الذي سمّيته.</numerusform>
            <numerusform>صالح: جميع الحلقات (%n) صحيحة، والعنقود هو الذي سمّيته.</numerusform>
            <numerusform>صالح: جميع الحلقات (%n) صحيحة، والعنقود هو الذي سمّيته.</numerusform>
        </translation>
    </message>
    <message>
        <source>Consistent, but of an unknown cluster: this proves nothing to you yet.</source>
        <translation>متسق، لكنه من عنقود غير معروف: هذا لا يثبت لك شيئًا بعد.</translation>
    </message>
    <message>
        <source>The file is of the cluster with genesis %1, which you did not name. Anyone can make such a file with keys of their own. Get the digest from somebody you trust and enter it below.</source>
        <translation>الملف من العنقود ذي النشأة %1 الذي لم تسمّه. يستطيع أي شخص صنع ملف كهذا بمفاتيح من عنده. احصل على البصمة ممن تثق به وأدخلها أدناه.</translation>
    </message>
    <message>
        <source>Invalid.</source>
        <translation>غير صالح.</translation>
    </message>
    <message>
        <source>Invalid: link %1, “%2”, does not hold.</source>
        <translation>غير صالح: الحلقة %1 «%2» غير صحيحة.</translation>
    </message>
    <message>
        <source>Do not rely on this proof. What comes behind that link was not checked.</source>
        <translation>لا تعتمد على هذا الإثبات. ما يلي تلك الحلقة لم يُفحص.</translation>
    </message>
    <message>
        <source>No proof is open.</source>
        <translation>لا يوجد إثبات مفتوح.</translation>
    </message>
    <message>
        <source>Drop a .rwaproof file here, or choose one. It needs no connection.</source>
        <translation>أفلت هنا ملفًا بلاحقة rwaproof أو اختر واحدًا. لا يحتاج ذلك إلى اتصال.</translation>
    </message>
    <message>
        <source>Asking the gateway for the proof …</source>
        <translation>طلب الإثبات من البوابة …</translation>
    </message>
    <message>
        <source>It waits until the validators have signed a state with this holding.</source>
        <translation>ينتظر أن توقّع عقد المصادقة حالةً تتضمن هذه الحيازة.</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>قراءة الملف …</translation>
    </message>
    <message>
        <source>Checking every link on this computer …</source>
        <translation>فحص كل حلقة على هذا الحاسوب …</translation>
    </message>
    <message>
        <source>Holds: %1</source>
        <translation>صحيح: %1</translation>
    </message>
    <message>
        <source>Does not hold: %1 (%2)</source>
        <translation>غير صحيح: %1 (%2)</translation>
    </message>
    <message>
        <source>Not checked: a link before it does not hold.</source>
        <translation>لم يُفحص: حلقة قبله غير صحيحة.</translation>
    </message>
</context>
<context>
    <name>ProofCheck</name>
    <message>
        <source>The file</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>The file is one complete proof, written in the one way in which it can be written: nothing can be hidden in it.</source>
        <translation>الملف إثبات واحد كامل، مكتوب بالطريقة الوحيدة التي يمكن أن يُكتب بها: لا يمكن إخفاء شيء فيه.</translation>
    </message>
    <message>
        <source>The cluster&apos;s beginning</source>
        <translation>بداية العنقود</translation>
    </message>
    <message>
        <source>The file carries the cluster&apos;s genesis: who its validators are and by which rules it scores. Its digest is the cluster&apos;s name.</source>
        <translation>يحمل الملف نشأة العنقود: من هي عقد المصادقة فيه، وبأي قواعد يمنح الدرجات. وبصمتها هي اسم العنقود.</translation>
    </message>
    <message>
        <source>The validators&apos; signatures</source>
        <translation>تواقيع عقد المصادقة</translation>
    </message>
    <message>
        <source>A majority of the validators named in the genesis signed this history and this state.</source>
        <translation>وقّعت أغلبية عقد المصادقة المذكورة في النشأة هذا التاريخ وهذه الحالة.</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>سُجّل الأصل</translation>
    </message>
    <message>
        <source>The asset was registered on exactly these records.</source>
        <translation>سُجّل الأصل على هذه السجلات بعينها.</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>صدر الرمز المميّز</translation>
    </message>
    <message>
        <source>The token was issued on that asset, and another person approved exactly these terms.</source>
        <translation>صدر الرمز المميّز على ذلك الأصل، ووافق شخص آخر على هذه الشروط بعينها.</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>الحيازة</translation>
    </message>
    <message>
        <source>Account, holder, token and asset are rows of the state that the validators signed, and they name each other.</source>
        <translation>الحساب والحائز والرمز المميّز والأصل صفوف في الحالة التي وقّعتها عقد المصادقة، ويشير بعضها إلى بعض.</translation>
    </message>
    <message>
        <source>Record %1 submitted</source>
        <translation>قُدّم السجل %1</translation>
    </message>
    <message>
        <source>The record was submitted: its author&apos;s signature leads to a batch, the batch to a block, the block to the signed history.</source>
        <translation>قُدّم السجل: يقود توقيع صاحبه إلى دفعة، والدفعة إلى كتلة، والكتلة إلى التاريخ الموقَّع.</translation>
    </message>
    <message>
        <source>Who brought record %1</source>
        <translation>مَن جاء بالسجل %1</translation>
    </message>
    <message>
        <source>Whoever submitted the record is not the asset&apos;s issuer: nobody vouches for their own asset.</source>
        <translation>مَن قدّم السجل ليس جهة إصدار الأصل: لا أحد يشهد لأصله بنفسه.</translation>
    </message>
    <message>
        <source>Record %1 scored</source>
        <translation>قُيّم السجل %1</translation>
    </message>
    <message>
        <source>Scored again on this computer from the record, the context that the validators signed and the rule set, it has the same score.</source>
        <translation>أُعيد حساب الدرجة على هذا الحاسوب من السجل والسياق الذي وقّعته عقد المصادقة ومجموعة القواعد، فجاءت مطابقة.</translation>
    </message>
    <message>
        <source>Record %1 reviewed</source>
        <translation>رُوجع السجل %1</translation>
    </message>
    <message>
        <source>A record of 0.60–0.79 was approved by somebody else before it was used; others need no review.</source>
        <translation>السجل الذي درجته 0.60–0.79 وافق عليه شخص آخر قبل استخدامه؛ أما غيره فلا يحتاج إلى مراجعة.</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 للملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n بايت</numerusform>
            <numerusform>بايت واحد</numerusform>
            <numerusform>%n بايت</numerusform>
            <numerusform>%n بايت</numerusform>
            <numerusform>%n بايت</numerusform>
            <numerusform>%n بايت</numerusform>
        </translation>
    </message>
    <message>
        <source>The record was rejected by its score, under a cap that people may override. A senior reviewer did, with the words of others, before it was used; none of them brought the record or issued the token.</source>
        <translation>رُفض السجل بسبب درجته، وبحدّ أقصى يجوز لأشخاص تجاوزه. تجاوزه مراجع أول بموافقة آخرين قبل استخدامه؛ ولم يقدّم أيٌّ منهم السجل ولم يُصدر الرمز.</translation>
    </message>
</context>
<context>
    <name>ProofDetails</name>
    <message>
        <source>%1, level %2</source>
        <translation>%1، المستوى %2</translation>
    </message>
    <message>
        <source>Genesis digest</source>
        <translation>بصمة النشأة</translation>
    </message>
    <message>
        <source>Digest of the validators&apos; set</source>
        <translation>بصمة مجموعة عقد المصادقة</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>مفتاح %1</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>نقطة التحقق</translation>
    </message>
    <message>
        <source>Root of the history</source>
        <translation>جذر التاريخ</translation>
    </message>
    <message>
        <source>Root of the state</source>
        <translation>جذر الحالة</translation>
    </message>
    <message>
        <source>Digest that was signed</source>
        <translation>البصمة الموقَّعة</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>توقيع %1</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>بلا توقيع</translation>
    </message>
    <message>
        <source>Author&apos;s key</source>
        <translation>مفتاح صاحب السجل</translation>
    </message>
    <message>
        <source>Author&apos;s signature</source>
        <translation>توقيع صاحب السجل</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Root of the batch</source>
        <translation>جذر الدفعة</translation>
    </message>
    <message>
        <source>Operation in the batch</source>
        <translation>العملية في الدفعة</translation>
    </message>
    <message>
        <source>Way to the root of the batch</source>
        <translation>المسار إلى جذر الدفعة</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>الكتلة</translation>
    </message>
    <message>
        <source>Block hash</source>
        <translation>تجزئة الكتلة</translation>
    </message>
    <message>
        <source>Root of the block&apos;s batches</source>
        <translation>جذر دفعات الكتلة</translation>
    </message>
    <message>
        <source>Way to the root of the block</source>
        <translation>المسار إلى جذر الكتلة</translation>
    </message>
    <message>
        <source>Root of the block&apos;s results</source>
        <translation>جذر نتائج الكتلة</translation>
    </message>
    <message>
        <source>Way to the root of the history</source>
        <translation>المسار إلى جذر التاريخ</translation>
    </message>
    <message>
        <source>Signed bytes</source>
        <translation>البايتات الموقَّعة</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Digest of the source&apos;s answer</source>
        <translation>بصمة جواب المصدر</translation>
    </message>
    <message>
        <source>Score, millionths</source>
        <translation>الدرجة بأجزاء المليون</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>مجموعة القواعد</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Version of what is believed of the source</source>
        <translation>إصدار ما يُعتدّ به من المصدر</translation>
    </message>
    <message>
        <source>Context of the score</source>
        <translation>سياق الدرجة</translation>
    </message>
    <message>
        <source>Event of the admission</source>
        <translation>حدث قبول السجل</translation>
    </message>
    <message>
        <source>%1: row</source>
        <translation>%1: صف</translation>
    </message>
    <message>
        <source>%1: salt</source>
        <translation>%1: ملح</translation>
    </message>
    <message>
        <source>%1: way to the root of the table</source>
        <translation>%1: المسار إلى جذر الجدول</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>الحائز</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Root of the block&apos;s events</source>
        <translation>جذر أحداث الكتلة</translation>
    </message>
    <message>
        <source>Event of the override</source>
        <translation>حدث التجاوز</translation>
    </message>
    <message>
        <source>Way to the root of the events</source>
        <translation>الطريق إلى جذر الأحداث</translation>
    </message>
</context>
<context>
    <name>ProofFile</name>
    <message>
        <source>Proofs (*.rwaproof)</source>
        <translation>إثباتات (*.rwaproof)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation>فحص ملف إثبات</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>حفظ الإثبات</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>لا يمكن قراءة الملف: %1</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>تحقق من وجوده ومن أن لديك إذن قراءته.</translation>
    </message>
    <message>
        <source>The file is larger than any proof (%1).</source>
        <translation>الملف أكبر من أي إثبات (%1).</translation>
    </message>
    <message>
        <source>Check that it is a .rwaproof file.</source>
        <translation>تحقق من أنه ملف بلاحقة rwaproof.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>لا يمكن كتابة الملف: %1</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>اختر مجلدًا آخر، أو أفسح مكانًا على القرص.</translation>
    </message>
</context>
<context>
    <name>ProofFound</name>
    <message>
        <source>%1 of %2 validators signed the history up to block %3.</source>
        <translation>وقّعت %1 من %2 من عقد المصادقة التاريخ حتى الكتلة %3.</translation>
    </message>
    <message>
        <source>“%1” (%2), who is not the issuer.</source>
        <translation>«%1» (%2)، وليس جهة الإصدار.</translation>
    </message>
    <message>
        <source>Key %1, registered after the cluster&apos;s beginning with a role that may submit (%2); not the issuer.</source>
        <translation>المفتاح %1، مسجَّل بعد بداية العنقود بدور يحق له التقديم (%2)؛ وليس جهة الإصدار.</translation>
    </message>
    <message>
        <source>%1 · %2 from “%3”: %4, the same as on the ledger.</source>
        <translation>%1 · %2 من «%3»: %4، مطابق لما في الدفتر.</translation>
    </message>
    <message>
        <source>Not needed: accepted by its score.</source>
        <translation>غير لازم: مقبول بدرجته.</translation>
    </message>
    <message>
        <source>Approved in block %1: “%2”</source>
        <translation>وُوفق عليه في الكتلة %1: «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 in block %3, approved by %n other person(s).</source>
        <translation>
            <numerusform>%1 من %2 في الكتلة %3، دون موافقة أي شخص آخر.</numerusform>
            <numerusform>%1 من %2 في الكتلة %3، بموافقة شخص آخر.</numerusform>
            <numerusform>%1 من %2 في الكتلة %3، بموافقة شخصين آخرين.</numerusform>
            <numerusform>%1 من %2 في الكتلة %3، بموافقة %n أشخاص آخرين.</numerusform>
            <numerusform>%1 من %2 في الكتلة %3، بموافقة %n شخصًا آخر.</numerusform>
            <numerusform>%1 من %2 في الكتلة %3، بموافقة %n شخص آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 at checkpoint %4.</source>
        <translation>يحوز %1 مقدار %2 من %3 عند نقطة التحقق %4.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s).</source>
        <translation>
            <numerusform>%1، لا سجلات.</numerusform>
            <numerusform>%1، سجل واحد.</numerusform>
            <numerusform>%1، سجلّان.</numerusform>
            <numerusform>%1، %n سجلات.</numerusform>
            <numerusform>%1، %n سجلًا.</numerusform>
            <numerusform>%1، %n سجل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster “%1”, digest %2.</source>
        <translation>العنقود «%1»، البصمة %2.</translation>
    </message>
    <message numerus="yes">
        <source>On %n record(s), in block %1.</source>
        <translation>
            <numerusform>على غير سجل، في الكتلة %1.</numerusform>
            <numerusform>على سجل واحد، في الكتلة %1.</numerusform>
            <numerusform>على سجلّين، في الكتلة %1.</numerusform>
            <numerusform>على %n سجلات، في الكتلة %1.</numerusform>
            <numerusform>على %n سجلًا، في الكتلة %1.</numerusform>
            <numerusform>على %n سجل، في الكتلة %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted in block %1.</source>
        <translation>قُدّم في الكتلة %1.</translation>
    </message>
    <message numerus="yes">
        <source>Rejected by its score, overridden in block %1 with the words of %n other person(s): “%2”</source>
        <translation>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 دون موافقة أشخاص آخرين (%n): «%2»</numerusform>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 بموافقة شخص آخر (%n): «%2»</numerusform>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 بموافقة شخصين آخرين (%n): «%2»</numerusform>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 بموافقة %n أشخاص آخرين: «%2»</numerusform>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 بموافقة %n شخصًا آخر: «%2»</numerusform>
            <numerusform>رُفض بسبب درجته، وتجاوز الرفضَ في الكتلة %1 بموافقة %n شخص آخر: «%2»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewChanges</name>
    <message>
        <source>changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>لم يعد موجودًا</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>%1 %2: before %3, after %4</source>
        <translation>%1 %2: قبل %3، بعد %4</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>Column: value in the last accepted record</extracomment>
        <translation>سابقًا</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column: value in this record</extracomment>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>وقت التدوين</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
</context>
<context>
    <name>ReviewChecks</name>
    <message>
        <source>−%1</source>
        <extracomment>Points of a score that were lost; %1 is a number like 0.05</extracomment>
        <translation>−%1</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>غير صحيح</translation>
    </message>
    <message>
        <source>Holds in part</source>
        <translation>صحيح جزئيًا</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>تعذّر فحصه</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>الحقل %1</translation>
    </message>
    <message>
        <source>found nothing</source>
        <translation>لم يوجد شيء</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>وُجد %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>المتوقع %1</translation>
    </message>
    <message>
        <source>%1. %2. Costs %3</source>
        <translation>%1. %2. التكلفة %3</translation>
    </message>
    <message>
        <source>Rule %1 · %2</source>
        <translation>القاعدة %1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Points that a check earned of those that it could: &quot;0.10 of 0.15&quot;</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 – opened</source>
        <translation>%1 – مفتوح</translation>
    </message>
    <message>
        <source>%1 – open it</source>
        <translation>%1 – افتحه</translation>
    </message>
    <message>
        <source>%1 lost %2 of %3. %4</source>
        <translation>%1 فقد %2 من %3. %4</translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation>مفتوح.</translation>
    </message>
    <message>
        <source>Not opened yet.</source>
        <translation>لم يُفتح بعد.</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>اجتاز: %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Earned</source>
        <extracomment>Column: points that a check earned</extracomment>
        <translation>المكتسب</translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>Column: points that a check lost</extracomment>
        <translation>المفقود</translation>
    </message>
</context>
<context>
    <name>ReviewDecision</name>
    <message>
        <source>Approve</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>الرفض</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>late %1</source>
        <translation>متأخر %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>مستحق خلال %1</translation>
    </message>
    <message>
        <source>yours until %1</source>
        <translation>محجوز لك حتى %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 حتى %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, score %4, from %5, submitted by %6, %7</source>
        <translation>%1، %2، %3، الدرجة %4، من %5، قدّمه %6، %7</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>غير محجوز</translation>
    </message>
    <message>
        <source>claimed: %1</source>
        <translation>محجوز: %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>الاستحقاق %1</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>Column: when the review has to be done</extracomment>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>Column: category and kind of a record</extracomment>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column: where the data comes from</extracomment>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>قدّمه</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>حجزه</translation>
    </message>
</context>
<context>
    <name>ReviewReason</name>
    <message>
        <source>The evidence says what the record says</source>
        <translation>الأدلة تقول ما يقوله السجل</translation>
    </message>
    <message>
        <source>The deviation is explained and acceptable</source>
        <translation>الانحراف مفسَّر ومقبول</translation>
    </message>
    <message>
        <source>Confirmed by a second source</source>
        <translation>أكّده مصدر ثانٍ</translation>
    </message>
    <message>
        <source>What is missing does not matter for its use</source>
        <translation>ما ينقص لا يؤثر في استخدامه</translation>
    </message>
    <message>
        <source>The value is not plausible</source>
        <translation>القيمة غير معقولة</translation>
    </message>
    <message>
        <source>The evidence says something else</source>
        <translation>الأدلة تقول شيئًا آخر</translation>
    </message>
    <message>
        <source>The source is not credible</source>
        <translation>المصدر غير موثوق</translation>
    </message>
    <message>
        <source>Required data is missing</source>
        <translation>بيانات لازمة ناقصة</translation>
    </message>
    <message>
        <source>The data is out of date</source>
        <translation>البيانات قديمة</translation>
    </message>
    <message>
        <source>The same data is there already</source>
        <translation>البيانات نفسها موجودة بالفعل</translation>
    </message>
    <message>
        <source>It belongs to another asset</source>
        <translation>يخص أصلًا آخر</translation>
    </message>
    <message>
        <source>Another reason, see the note</source>
        <translation>سبب آخر، انظر الملاحظة</translation>
    </message>
    <message>
        <source>Reason %1</source>
        <translation>السبب %1</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Reported by the gateway</source>
        <translation>أبلغت عنه البوابة</translation>
    </message>
    <message>
        <source>Verified on this computer</source>
        <translation>تم التحقق منه على هذا الحاسوب</translation>
    </message>
    <message>
        <source>This is what the gateway says. Check a holding&apos;s proof to see it verified here.</source>
        <translation>هذا ما تقوله البوابة. افحص إثبات حيازة لترى التحقق منها هنا.</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>Fetch</source>
        <translation>الجلب</translation>
    </message>
    <message>
        <source>These providers are asked for data.</source>
        <translation>هؤلاء المزوّدون تُطلب منهم البيانات.</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>Every answer becomes records of one form; what cannot be read is refused.</source>
        <translation>كل جواب يصبح سجلات ذات صيغة واحدة؛ وما لا يمكن قراءته لا يُقبل.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Checks of eight kinds give every record a score from 0 to 1.</source>
        <translation>فحوص من ثمانية أنواع تمنح كل سجل درجة من 0 إلى 1.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Scored records wait here until the ledger has them.</source>
        <translation>تنتظر السجلات المقيَّمة هنا حتى تصل إلى الدفتر.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>الدفتر</translation>
    </message>
    <message>
        <source>Records in a block that every validator has checked.</source>
        <translation>سجلات في كتلة فحصتها كل عقدة مصادقة.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Records that scored from 0.60 to below 0.80: a person decides.</source>
        <translation>سجلات درجتها من 0.60 إلى ما دون 0.80: يقرر فيها شخص.</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Records that an asset rests on.</source>
        <translation>سجلات يقوم عليها أصل.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>Records whose asset has a token.</source>
        <translation>سجلات لأصلها رمز مميّز.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>إجابات</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>إجابات: %1</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>من الذاكرة المؤقتة</translation>
    </message>
    <message>
        <source>%1 from the cache</source>
        <translation>من الذاكرة المؤقتة: %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>فشل: %1</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>سجلات: %1</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>مكرر</translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation>مكرر: %1</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>غير مقبول: %1</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>مقبول: %1</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>%1 for review</source>
        <translation>للمراجعة: %1</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>مطبَّق</translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation>مطبَّق: %1</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهي الصلاحية</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>منتهي الصلاحية: %1</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>%1 given up</source>
        <translation>متروك: %1</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>%1 operations</source>
        <translation>عمليات: %1</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>الكتل</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>كتل: %1</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>موافَق عليه</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>موافَق عليه: %1</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>مرفوض: %1</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>مسجَّل</translation>
    </message>
    <message>
        <source>%1 registered</source>
        <translation>مسجَّل: %1</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>صادر: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <extracomment>Trouble of a stage, shown on its card</extracomment>
        <translation>
            <numerusform>لا مصادر فاشلة</numerusform>
            <numerusform>مصدر فاشل</numerusform>
            <numerusform>مصدران فاشلان</numerusform>
            <numerusform>%n مصادر فاشلة</numerusform>
            <numerusform>%n مصدرًا فاشلًا</numerusform>
            <numerusform>%n مصدر فاشل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <extracomment>Trouble of a stage, shown on its card: records that could not be handed to the ledger</extracomment>
        <translation>
            <numerusform>لا سجلات متروكة</numerusform>
            <numerusform>سجل متروك</numerusform>
            <numerusform>سجلّان متروكان</numerusform>
            <numerusform>%n سجلات متروكة</numerusform>
            <numerusform>%n سجلًا متروكًا</numerusform>
            <numerusform>%n سجل متروك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>Trouble of a stage, shown on its card: reviews past their service level</extracomment>
        <translation>
            <numerusform>لا مراجعات متأخرة</numerusform>
            <numerusform>مراجعة متأخرة</numerusform>
            <numerusform>مراجعتان متأخرتان</numerusform>
            <numerusform>%n مراجعات متأخرة</numerusform>
            <numerusform>%n مراجعة متأخرة</numerusform>
            <numerusform>%n مراجعة متأخرة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>ينتظر: %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>الإجمالي: %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>A step read aloud: its title, then its state
----------
A stage in one sentence: its name, then counts like &quot;5 waiting, 12 approved&quot;</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Attention: %1.</source>
        <extracomment>Appended to a stage&apos;s sentence when something is wrong there</extracomment>
        <translation>انتباه: %1.</translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>%1 في الدقيقة</translation>
    </message>
    <message>
        <source>%1 / min</source>
        <extracomment>A rate on a narrow card: &quot;38 / min&quot;</extracomment>
        <translation>%1/د</translation>
    </message>
    <message>
        <source>%1, batch %2, operation %3</source>
        <extracomment>Where an operation stands: block, batch within it, operation within that</extracomment>
        <translation>%1، الدفعة %2، العملية %3</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation>البصمة (SHA-256)</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>المفقود</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>مجموعة القواعد</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>الكتلة</translation>
    </message>
    <message>
        <source>Copies of the evidence</source>
        <translation>نسخ الأدلة</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Certificate of block</source>
        <translation>شهادة الكتلة</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>ختمته</translation>
    </message>
    <message>
        <source>Checkpoint of block</source>
        <translation>نقطة تحقق الكتلة</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>مفتاح الأصل</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>الحائزون</translation>
    </message>
    <message>
        <source>Fetched as raw bytes</source>
        <translation>جُلب بايتات خامًا</translation>
    </message>
    <message>
        <source>Waits to be fetched</source>
        <translation>ينتظر الجلب</translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation>تعذّر جلبه</translation>
    </message>
    <message>
        <source>Made into a record</source>
        <translation>حُوّل إلى سجل</translation>
    </message>
    <message>
        <source>Waits to be made into a record</source>
        <translation>ينتظر تحويله إلى سجل</translation>
    </message>
    <message>
        <source>Could not be made into a record</source>
        <translation>تعذّر تحويله إلى سجل</translation>
    </message>
    <message>
        <source>Checked and scored</source>
        <translation>فُحص وقُيّم</translation>
    </message>
    <message>
        <source>Waits for its score</source>
        <translation>ينتظر درجته</translation>
    </message>
    <message>
        <source>Refused: its score is too low</source>
        <translation>غير مقبول: درجته منخفضة جدًا</translation>
    </message>
    <message>
        <source>Ordered into a block</source>
        <translation>رُتّب في كتلة</translation>
    </message>
    <message>
        <source>Waits for its place in a block</source>
        <translation>ينتظر مكانه في كتلة</translation>
    </message>
    <message>
        <source>Refused by the ledger</source>
        <translation>لم يقبله الدفتر</translation>
    </message>
    <message>
        <source>Final: a majority has sealed it</source>
        <translation>نهائي: ختمته أغلبية</translation>
    </message>
    <message>
        <source>Waits for the validators&apos; seals</source>
        <translation>ينتظر أختام عقد المصادقة</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>غير مختوم</translation>
    </message>
    <message>
        <source>Claimed by a reviewer</source>
        <translation>حجزه مراجِع</translation>
    </message>
    <message>
        <source>Waits for a reviewer to claim it</source>
        <translation>ينتظر أن يحجزه مراجِع</translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation>غير محجوز</translation>
    </message>
    <message>
        <source>Decided by a reviewer</source>
        <translation>بتّ فيه مراجِع</translation>
    </message>
    <message>
        <source>Waits for the reviewer&apos;s decision</source>
        <translation>ينتظر قرار المراجِع</translation>
    </message>
    <message>
        <source>Rejected by a reviewer</source>
        <translation>رفضه مراجِع</translation>
    </message>
    <message>
        <source>Registered on an asset</source>
        <translation>سُجّل على أصل</translation>
    </message>
    <message>
        <source>Waits for an asset that rests on it</source>
        <translation>ينتظر أصلًا يقوم عليه</translation>
    </message>
    <message>
        <source>Refused for an asset</source>
        <translation>لم يُقبل لأصل</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>صدر الرمز المميّز</translation>
    </message>
    <message>
        <source>Waits for the asset&apos;s token</source>
        <translation>ينتظر الرمز المميّز للأصل</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>لم يُقبل الرمز المميّز</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>مَحوز</translation>
    </message>
    <message>
        <source>Waits for its first holder</source>
        <translation>ينتظر أول حائز</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>غير مَحوز</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>بواسطة %1.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds with a digit behind the point, like &quot;0.4 s&quot;</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 after the step before</source>
        <translation>%1 بعد الخطوة السابقة</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>فتح في المراجعة</translation>
    </message>
    <message>
        <source>Register an asset with it</source>
        <translation>تسجيل أصل به</translation>
    </message>
    <message>
        <source>Issue the token</source>
        <translation>إصدار الرمز المميّز</translation>
    </message>
    <message>
        <source>less than %1 s</source>
        <translation>أقل من %1 ث</translation>
    </message>
    <message>
        <source>With the words of</source>
        <translation>بموافقة</translation>
    </message>
    <message>
        <source>Refused by its score, overridden by several people</source>
        <translation>رُفض بسبب درجته، ثم تجاوز الرفضَ عدةُ أشخاص</translation>
    </message>
</context>
<context>
    <name>aurigraph::console::EmbeddedHost</name>
    <message>
        <source>Training cluster</source>
        <translation>عنقود تدريب</translation>
    </message>
    <message>
        <source>Cluster on this computer</source>
        <translation>عنقود على هذا الحاسوب</translation>
    </message>
    <message>
        <source>The demo data is complete.</source>
        <translation>اكتملت بيانات العرض التوضيحي.</translation>
    </message>
    <message>
        <source>The demo data is not complete: %1</source>
        <translation>لم تكتمل بيانات العرض التوضيحي: %1</translation>
    </message>
    <message>
        <source>No cluster runs here.</source>
        <translation>لا يعمل أي عنقود هنا.</translation>
    </message>
    <message>
        <source>Start one first.</source>
        <translation>ابدأ واحدًا أولًا.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApprovalStep</name>
    <message>
        <source>1. Register the asset</source>
        <translation>1. تسجيل الأصل</translation>
    </message>
    <message>
        <source>Sign and register</source>
        <translation>توقيع وتسجيل</translation>
    </message>
    <message>
        <source>2. Have the issue approved</source>
        <translation>2. الحصول على الموافقة على الإصدار</translation>
    </message>
    <message>
        <source>By another person who may approve issues. Whoever signs reads the terms as the bytes have them; the digest names exactly these bytes.</source>
        <translation>من شخص آخر يحق له الموافقة على الإصدارات. يقرأ الموقّع الشروط كما هي في البايتات؛ والبصمة تسمّي هذه البايتات بعينها.</translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation>البصمة المطلوب الموافقة عليها</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation>الموافقة بهذا المفتاح</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>على حاسوب آخر</translation>
    </message>
    <message>
        <source>Send the request as a file; the approver opens it under “Approve a request” and sends a small answer back. Neither the way nor this cluster has to be trusted.</source>
        <translation>أرسل الطلب ملفًا؛ يفتحه من يوافق تحت «الموافقة على طلب» ويعيد إليك جوابًا صغيرًا. لا يلزم الوثوق بطريق الإرسال ولا بهذا العنقود.</translation>
    </message>
    <message>
        <source>Export the request …</source>
        <translation>تصدير الطلب …</translation>
    </message>
    <message>
        <source>Import the answer …</source>
        <translation>استيراد الجواب …</translation>
    </message>
    <message>
        <source>Export the approval request</source>
        <translation>تصدير طلب الموافقة</translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation>طلبات الموافقة (*.approval-request)</translation>
    </message>
    <message>
        <source>Import an approval</source>
        <translation>استيراد موافقة</translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation>موافقات (*.approval)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>كُتب في %1.</translation>
    </message>
    <message>
        <source>Registering …</source>
        <translation>جارٍ التسجيل …</translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1.</source>
        <translation>✓ الأصل مسجَّل بالرقم %1.</translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1, since block %2.</source>
        <translation>✓ الأصل مسجَّل بالرقم %1، منذ الكتلة %2.</translation>
    </message>
    <message>
        <source>The registration is on its way to the ledger.</source>
        <translation>التسجيل في طريقه إلى الدفتر.</translation>
    </message>
    <message>
        <source>You sign this with your own key. A registered asset stays on the register.</source>
        <translation>توقّع هذا بمفتاحك الخاص. والأصل المسجَّل يبقى مسجَّلًا.</translation>
    </message>
    <message>
        <source>✓ Approved</source>
        <translation>✓ موافَق عليه</translation>
    </message>
    <message>
        <source>! For other terms</source>
        <translation>! لشروط أخرى</translation>
    </message>
    <message>
        <source>Approver&apos;s key</source>
        <translation>مفتاح الموافِق</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove approval %1</source>
        <translation>إزالة الموافقة %1</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>السؤال عما آل إليه</translation>
    </message>
    <message>
        <source>It is not known yet whether the registration reached the ledger.</source>
        <translation>لم يُعرف بعد هل وصل التسجيل إلى الدفتر.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>الطلب مجددًا</translation>
    </message>
    <message>
        <source>What was approved before does not count for a new request.</source>
        <translation>ما تمت الموافقة عليه من قبل لا يُعتدّ به في طلب جديد.</translation>
    </message>
    <message>
        <source>Nobody is asked yet. A request, and every approval of it, is good for %1 hours; issue within that time.</source>
        <translation>لم يُطلب ذلك من أحد بعد. الطلب وكل موافقة عليه صالحان لمدة %1 ساعة؛ فأتمّ الإصدار خلالها.</translation>
    </message>
    <message>
        <source>✗ The request was good until %1, and so was every approval of it.</source>
        <translation>✗ كان الطلب صالحًا حتى %1، وكذلك كل موافقة عليه.</translation>
    </message>
    <message>
        <source>The request is good until %1, and so is every approval of it.</source>
        <translation>الطلب صالح حتى %1، وكذلك كل موافقة عليه.</translation>
    </message>
    <message numerus="yes">
        <source>This is a new request with another end. %n earlier approval(s) do not count for it.</source>
        <translation>
            <numerusform>هذا طلب جديد له أجل آخر. ولم تكن هناك موافقات سابقة.</numerusform>
            <numerusform>هذا طلب جديد له أجل آخر. ولا يُعتدّ فيه بموافقة سابقة واحدة.</numerusform>
            <numerusform>هذا طلب جديد له أجل آخر. ولا يُعتدّ فيه بموافقتين سابقتين.</numerusform>
            <numerusform>هذا طلب جديد له أجل آخر. ولا يُعتدّ فيه بعدد %n موافقات سابقة.</numerusform>
            <numerusform>هذا طلب جديد له أجل آخر. ولا يُعتدّ فيه بعدد %n موافقة سابقة.</numerusform>
            <numerusform>هذا طلب جديد له أجل آخر. ولا يُعتدّ فيه بعدد %n موافقة سابقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new request has another end; what was approved before does not count for it.</source>
        <translation>للطلب الجديد أجل آخر؛ وما تمت الموافقة عليه من قبل لا يُعتدّ به فيه.</translation>
    </message>
    <message>
        <source>✗ Ended</source>
        <translation>✗ انتهت</translation>
    </message>
    <message>
        <source>was good until %1</source>
        <translation>كانت صالحة حتى %1</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation>صالحة حتى %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApproveView</name>
    <message>
        <source>Approve a request</source>
        <translation>الموافقة على طلب</translation>
    </message>
    <message>
        <source>Open the file that the issuer sent. What you read below is made on this computer from the very bytes that you sign; a file that says otherwise is not opened.</source>
        <translation>افتح الملف الذي أرسلته جهة الإصدار. ما تقرؤه أدناه مستخرج على هذا الحاسوب من البايتات نفسها التي توقّعها؛ والملف الذي يقول غير ذلك لا يُفتح.</translation>
    </message>
    <message>
        <source>Open a request …</source>
        <translation>فتح طلب …</translation>
    </message>
    <message>
        <source>The issue</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Your approval</source>
        <translation>موافقتك</translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation>البصمة المطلوب الموافقة عليها</translation>
    </message>
    <message>
        <source>Approve as yourself</source>
        <translation>الموافقة بهويتك</translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation>الموافقة بهذا المفتاح</translation>
    </message>
    <message>
        <source>Save the answer …</source>
        <translation>حفظ الجواب …</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation>طلب موافقة</translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation>طلبات الموافقة (*.approval-request)</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>حفظ الجواب</translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation>موافقات (*.approval)</translation>
    </message>
    <message>
        <source>Approve as %1</source>
        <translation>الموافقة بهوية %1</translation>
    </message>
    <message>
        <source>✓ The request is for the cluster that you are connected to.</source>
        <translation>✓ الطلب موجّه إلى العنقود الذي تتصل به.</translation>
    </message>
    <message>
        <source>! The request is for another cluster than the one you are connected to (genesis %1).</source>
        <translation>! الطلب موجّه إلى عنقود غير الذي تتصل به (النشأة %1).</translation>
    </message>
    <message>
        <source>! You are not connected. Compare the request&apos;s genesis digest with the one that you were given: %1</source>
        <translation>! أنت غير متصل. قارن بصمة النشأة في الطلب بالبصمة التي أُعطيت لك: %1</translation>
    </message>
    <message>
        <source>This cluster does not know asset %1.</source>
        <translation>لا يعرف هذا العنقود الأصل %1.</translation>
    </message>
    <message>
        <source>This cluster says that asset %1 is “%2” with the key %3.</source>
        <translation>يقول هذا العنقود إن الأصل %1 هو «%2» بالمفتاح %3.</translation>
    </message>
    <message>
        <source>✓ Signed. Save the answer and send it to the issuer.</source>
        <translation>✓ تم التوقيع. احفظ الجواب وأرسله إلى جهة الإصدار.</translation>
    </message>
    <message>
        <source>✓ Written to %1. Send it to the issuer.</source>
        <translation>✓ كُتب في %1. أرسله إلى جهة الإصدار.</translation>
    </message>
    <message>
        <source>It is good for exactly these terms, ordered by this issuer, once, and until its end.</source>
        <translation>تسري على هذه الشروط بعينها، بأمر من جهة الإصدار هذه، مرة واحدة، وحتى حلول أجلها.</translation>
    </message>
    <message>
        <source>✗ The request was good until %1. Ask the issuer for a new one.</source>
        <translation>✗ كان الطلب صالحًا حتى %1. اطلب من جهة الإصدار طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>✗ The request would be good until %1, for longer than the %2 hours that a ledger takes. Ask the issuer for a new one.</source>
        <translation>✗ الطلب صالح حتى %1، أي لمدة أطول من %2 ساعة يقبلها الدفتر. اطلب من جهة الإصدار طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>The issue can be ordered with it until %1, %2.</source>
        <translation>يمكن الأمر بالإصدار بموجبها حتى %1، %2.</translation>
    </message>
    <message>
        <source>! This cluster knows nobody who has the issuer&apos;s key.</source>
        <translation>! لا يعرف هذا العنقود أحدًا يملك مفتاح جهة الإصدار.</translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”.</source>
        <translation>يقول هذا العنقود إن مفتاح جهة الإصدار يعود إلى «%1».</translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”, who works for “%2”.</source>
        <translation>يقول هذا العنقود إن مفتاح جهة الإصدار يعود إلى «%1»، العامل لدى «%2».</translation>
    </message>
    <message>
        <source>✗ This is the issuer&apos;s own key. Nobody approves their own issue.</source>
        <translation>✗ هذا مفتاح جهة الإصدار نفسها. لا أحد يوافق على إصداره.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock it is %1.</source>
        <translation>الوقت بحسب ساعة هذا الحاسوب هو %1.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetStep</name>
    <message>
        <source>Choose from the list or type</source>
        <translation>اختر من القائمة أو اكتب</translation>
    </message>
    <message>
        <source>Parcel, project or shipment as its records name it. An asset of yours that is registered and has no token yet can be chosen too.</source>
        <translation>قطعة أرض أو مشروع أو شحنة كما تسمّيها سجلاتها. ويمكن أيضًا اختيار أصل لك مسجَّل وليس له رمز مميّز بعد.</translation>
    </message>
    <message>
        <source>What people call it, up to 128 bytes.</source>
        <translation>الاسم الذي يُعرف به، حتى 128 بايت.</translation>
    </message>
    <message>
        <source>The ones with a tick go on the register with the asset. Space ticks and unticks.</source>
        <translation>السجلات المعلَّمة تُسجَّل مع الأصل. مفتاح المسافة يضع العلامة ويزيلها.</translation>
    </message>
    <message>
        <source>Usable records</source>
        <translation>السجلات القابلة للاستخدام</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>مفتاح الأصل</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>This asset is on the register as number %1: its records and documents stand.</source>
        <translation>هذا الأصل مسجَّل بالرقم %1: سجلاته ومستنداته ثابتة.</translation>
    </message>
    <message>
        <source>No usable record of this kind waits for an asset. Records arrive by themselves or after a reviewer approved them.</source>
        <translation>لا يوجد سجل من هذا النوع قابل للاستخدام ينتظر أصلًا. تصل السجلات من تلقاء نفسها أو بعد أن يوافق عليها مراجِع.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>○ %1 — not chosen yet</source>
        <translation>○ %1 — لم يُختر بعد</translation>
    </message>
    <message>
        <source>%1 of %2, score %3, %4, %5 old</source>
        <translation>%1 من %2، الدرجة %3، %4، عمره %5</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetsPage</name>
    <message>
        <source>Asking the gateway …</source>
        <translation>سؤال البوابة …</translation>
    </message>
    <message>
        <source>The gateway knows no asset with this key, symbol or id.</source>
        <translation>لا تعرف البوابة أصلًا بهذا المفتاح أو رمز التداول أو المعرّف.</translation>
    </message>
    <message>
        <source>Nobody holds anything of it: no token has been issued.</source>
        <translation>لا يحوز أحد منه شيئًا: لم يصدر أي رمز مميّز.</translation>
    </message>
    <message>
        <source>Records are shown to who is signed in. Their ids are public.</source>
        <translation>تُعرض السجلات لمن سجّل الدخول. أما معرّفاتها فعلنية.</translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. You are signed in as %1, who is neither.</source>
        <translation>مقدار ما يحوزه كل حائز يُعرض للجهة المُصدِرة للرمز المميّز وللمدققين، ويرى كل حائز ما يخصه. أنت مسجّل الدخول باسم %1، ولست من هؤلاء.</translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. Sign in as one of them to see it.</source>
        <translation>مقدار ما يحوزه كل حائز يُعرض للجهة المُصدِرة للرمز المميّز وللمدققين، ويرى كل حائز ما يخصه. سجّل الدخول بصفة أحدهم لتراه.</translation>
    </message>
    <message>
        <source>Nobody holds this token any more.</source>
        <translation>لم يعد أحد يحوز هذا الرمز المميّز.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Checks a .rwaproof file on this computer. Needs no connection; you can also drop it here.</source>
        <translation>يفحص ملفًا بلاحقة rwaproof على هذا الحاسوب. لا يحتاج إلى اتصال؛ ويمكنك أيضًا إفلات الملف هنا.</translation>
    </message>
    <message>
        <source>Find an asset</source>
        <translation>البحث عن أصل</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>فتح المحدَّد</translation>
    </message>
    <message>
        <source>Check the proof of the selected holding</source>
        <translation>فحص إثبات الحيازة المحدَّدة</translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation>فحص ملف إثبات</translation>
    </message>
    <message>
        <source>Save the proof that is shown</source>
        <translation>حفظ الإثبات المعروض</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Proof of a holding</source>
        <translation>إثبات حيازة</translation>
    </message>
    <message>
        <source>There are no assets yet.</source>
        <translation>لا توجد أصول بعد.</translation>
    </message>
    <message>
        <source>An asset appears here when an issuer has registered it on accepted or approved records. The issuance wizard leads through it.</source>
        <translation>يظهر الأصل هنا عندما تسجّله جهة إصدار على سجلات مقبولة أو موافَق عليها. ويرشدك معالج الإصدار إلى ذلك خطوة بخطوة.</translation>
    </message>
    <message>
        <source>Open the issuance wizard</source>
        <translation>فتح معالج الإصدار</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>جارٍ الحفظ …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>الأصول</translation>
    </message>
    <message>
        <source>Check a proof fi&amp;le …</source>
        <translation>فحص ملف إثبات …</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ChartPlot</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions on the axis of a chart; %1 is a number like 1.2</extracomment>
        <translation>%1 مليون</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>In a chart, over a short part without readings</extracomment>
        <translation>لا بيانات</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ChartTable</name>
    <message>
        <source>%1: %2</source>
        <extracomment>One value in a row of a table, like &quot;Final: 12,400 per second&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Header of a table&apos;s column</extracomment>
        <translation>الوقت</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CheckList</name>
    <message>
        <source>Checks of the record</source>
        <translation>فحوص السجل</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ClaimCard</name>
    <message>
        <source>%1:%2</source>
        <extracomment>Minutes and seconds that are left, like &quot;14:05&quot;</extracomment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>حجز</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>إلغاء الحجز</translation>
    </message>
    <message>
        <source>Time left of your claim</source>
        <translation>الوقت المتبقي من حجزك</translation>
    </message>
    <message>
        <source>Nobody looks at it yet</source>
        <translation>لا ينظر فيه أحد بعد</translation>
    </message>
    <message>
        <source>Claim it to decide: it is yours for 15 minutes, and longer while you work on it.</source>
        <translation>احجزه لتتخذ قرارًا: يبقى لك 15 دقيقة، وأكثر ما دمت تعمل عليه.</translation>
    </message>
    <message>
        <source>Claimed by %1</source>
        <translation>حجزه %1</translation>
    </message>
    <message>
        <source>Until %1, in %2.</source>
        <translation>حتى %1، خلال %2.</translation>
    </message>
    <message>
        <source>You may not decide about it</source>
        <translation>لا يحق لك البتّ فيه</translation>
    </message>
    <message>
        <source>Claiming …</source>
        <translation>جارٍ الحجز …</translation>
    </message>
    <message>
        <source>Yours until %1</source>
        <translation>محجوز لك حتى %1</translation>
    </message>
    <message>
        <source>%1 left. Renewed while you work on it.</source>
        <translation>بقي %1. يتجدد ما دمت تعمل عليه.</translation>
    </message>
    <message>
        <source>Your claim ended</source>
        <translation>انتهى حجزك</translation>
    </message>
    <message>
        <source>Nothing was sent and your draft is kept. Claim the record again to go on.</source>
        <translation>لم يُرسَل شيء ومسودتك محفوظة. احجز السجل مجددًا للمتابعة.</translation>
    </message>
    <message>
        <source>Claim again (C)</source>
        <translation>حجز مجددًا (C)</translation>
    </message>
    <message>
        <source>Claim (C)</source>
        <translation>حجز (C)</translation>
    </message>
    <message>
        <source>Release (C)</source>
        <translation>إلغاء الحجز (C)</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Connection</name>
    <message>
        <source>This gateway speaks version %1 of the API; this program speaks v11.</source>
        <translation>تستخدم هذه البوابة الإصدار %1 من واجهة API؛ ويستخدم هذا البرنامج v11.</translation>
    </message>
    <message>
        <source>Use a console of the same release as the cluster.</source>
        <translation>استخدم وحدة تحكم من إصدار العنقود نفسه.</translation>
    </message>
    <message>
        <source>The gateway&apos;s genesis file cannot be read.</source>
        <translation>لا يمكن قراءة ملف النشأة من البوابة.</translation>
    </message>
    <message>
        <source>This is another cluster: its genesis digest is not the one you gave.</source>
        <translation>هذا عنقود آخر: بصمة نشأته ليست البصمة التي أدخلتها.</translation>
    </message>
    <message>
        <source>Compare the digest with whoever runs the cluster before you change it.</source>
        <translation>قارن البصمة مع من يشغّل العنقود قبل أن تغيّرها.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation>تعذّرت قراءة جواب البوابة.</translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation>قد تكون من إصدار غير إصدار هذا البرنامج.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CopyField</name>
    <message>
        <source>Copy: %1</source>
        <translation>نسخ: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DecisionPanel</name>
    <message>
        <source>Approve (A)</source>
        <translation>موافقة (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>رفض (R)</translation>
    </message>
    <message>
        <source>What you saw and why you decide so. It stays on the ledger.</source>
        <translation>ما رأيته ولماذا قررت هكذا. يبقى ذلك في الدفتر.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>The ledger will keep:</source>
        <translation>سيحتفظ الدفتر بما يلي:</translation>
    </message>
    <message>
        <source>What the ledger will keep</source>
        <translation>ما سيحتفظ به الدفتر</translation>
    </message>
    <message>
        <source>SHA-256 of what is signed</source>
        <translation>SHA-256 لما يُوقَّع</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>The digest of what is signed follows</extracomment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Time left to take the decision back</source>
        <translation>الوقت المتبقي لسحب القرار</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>سحب القرار (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>اختر …</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A reason and its code: &quot;7 – The source is not credible&quot;</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Approval: signed and sent in %n s.</source>
        <translation>
            <numerusform>الموافقة: تُوقَّع وتُرسَل الآن.</numerusform>
            <numerusform>الموافقة: تُوقَّع وتُرسَل خلال ثانية واحدة.</numerusform>
            <numerusform>الموافقة: تُوقَّع وتُرسَل خلال ثانيتين.</numerusform>
            <numerusform>الموافقة: تُوقَّع وتُرسَل خلال %n ثوانٍ.</numerusform>
            <numerusform>الموافقة: تُوقَّع وتُرسَل خلال %n ثانية.</numerusform>
            <numerusform>الموافقة: تُوقَّع وتُرسَل خلال %n ثانية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejection: signed and sent in %n s.</source>
        <translation>
            <numerusform>الرفض: يُوقَّع ويُرسَل الآن.</numerusform>
            <numerusform>الرفض: يُوقَّع ويُرسَل خلال ثانية واحدة.</numerusform>
            <numerusform>الرفض: يُوقَّع ويُرسَل خلال ثانيتين.</numerusform>
            <numerusform>الرفض: يُوقَّع ويُرسَل خلال %n ثوانٍ.</numerusform>
            <numerusform>الرفض: يُوقَّع ويُرسَل خلال %n ثانية.</numerusform>
            <numerusform>الرفض: يُوقَّع ويُرسَل خلال %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed; waiting for the ledger.</source>
        <translation>تم التوقيع؛ في انتظار الدفتر.</translation>
    </message>
    <message>
        <source>Unknown – checking. No answer came; the same signed bytes are sent again and the ledger is asked for them. The decision cannot be counted twice.</source>
        <translation>غير معلوم – جارٍ التحقق. لم يصل جواب؛ تُرسَل البايتات الموقَّعة نفسها مجددًا ويُسأل الدفتر عنها. ولا يمكن أن يُحتسب القرار مرتين.</translation>
    </message>
    <message>
        <source>%1 of at least %2 characters</source>
        <translation>%1 من %2 حرفًا على الأقل</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 من %2 بايت</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>موافقة وتوقيع</translation>
    </message>
    <message>
        <source>Reject and sign</source>
        <translation>رفض وتوقيع</translation>
    </message>
    <message>
        <source>Decide and sign</source>
        <translation>قرار وتوقيع</translation>
    </message>
    <message>
        <source>Ctrl+Enter. You can take it back for 8 seconds; then it is signed and sent.</source>
        <translation>Ctrl+Enter. يمكنك سحب القرار خلال 8 ثوانٍ؛ ثم يُوقَّع ويُرسَل.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DocumentsStep</name>
    <message>
        <source>it is too large</source>
        <translation>إنه كبير جدًا</translation>
    </message>
    <message>
        <source>What this template wants</source>
        <translation>ما يطلبه هذا القالب</translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation>مستنداتك</translation>
    </message>
    <message>
        <source>Drop files here, or add them.</source>
        <translation>أفلت الملفات هنا، أو أضفها.</translation>
    </message>
    <message>
        <source>No document yet.</source>
        <translation>لا مستندات بعد.</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>إضافة ملفات …</translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation>مستندات الأصل</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation>تعذّرت قراءة الملف %1: %2.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>جارٍ القراءة …</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>نوع %1</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>مستند آخر</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 الخاص بالملف %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>○ %1</source>
        <translation>○ %1</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>○ %1 (optional)</source>
        <translation>○ %1 (اختياري)</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::EvidenceView</name>
    <message>
        <source>Text</source>
        <extracomment>Form of raw bytes</extracomment>
        <translation>نص</translation>
    </message>
    <message>
        <source>Binary</source>
        <extracomment>Form of raw bytes: shown in hexadecimal</extracomment>
        <translation>ثنائي</translation>
    </message>
    <message>
        <source>Digest of the bytes (SHA-256)</source>
        <translation>بصمة البايتات (SHA-256)</translation>
    </message>
    <message>
        <source>Raw bytes as text</source>
        <translation>البايتات الخام كنص</translation>
    </message>
    <message>
        <source>… Fetching</source>
        <extracomment>State of raw bytes</extracomment>
        <translation>… جارٍ الجلب</translation>
    </message>
    <message>
        <source>… Checking</source>
        <extracomment>State of raw bytes: their SHA-256 is being computed</extracomment>
        <translation>… جارٍ الفحص</translation>
    </message>
    <message>
        <source>✓ Matches the ledger</source>
        <extracomment>The bytes have the SHA-256 that the ledger recorded</extracomment>
        <translation>✓ يطابق الدفتر</translation>
    </message>
    <message>
        <source>✕ Does not match the ledger</source>
        <extracomment>The bytes do not have the SHA-256 that the ledger recorded</extracomment>
        <translation>✕ لا يطابق الدفتر</translation>
    </message>
    <message>
        <source>These are not the bytes that the ledger recorded. Do not rely on them; tell whoever runs the evidence store.</source>
        <translation>ليست هذه البايتات التي دوّنها الدفتر. لا تعتمد عليها؛ وأبلغ من يشغّل مخزن الأدلة.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>There is no SHA-256 to compare with</extracomment>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>! Not available</source>
        <extracomment>The bytes could not be had</extracomment>
        <translation>! غير متاح</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>معلَّم: %1</translation>
    </message>
    <message>
        <source>There is no field %1 in these bytes.</source>
        <translation>لا يوجد حقل %1 في هذه البايتات.</translation>
    </message>
    <message>
        <source>Only a part is shown: %1 characters of %2.</source>
        <translation>لا يُعرض إلا جزء: %1 حرف من %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Form and size of raw bytes, like &quot;JSON, 1.2 kB&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldModel</name>
    <message>
        <source>not there</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Place in the raw bytes</source>
        <extracomment>Column: where a field stands in the raw bytes</extracomment>
        <translation>الموضع في البايتات الخام</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldRow</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1، في %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HeaderBar</name>
    <message>
        <source>EMBEDDED</source>
        <extracomment>The cluster runs inside this program</extracomment>
        <translation>مُدمَج</translation>
    </message>
    <message>
        <source>REMOTE</source>
        <extracomment>The cluster runs on servers</extracomment>
        <translation>بعيد</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <extracomment>A cluster to practise on</extracomment>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>محاكاة</translation>
    </message>
    <message>
        <source>GENESIS NOT CHECKED</source>
        <translation>لم يُتحقَّق من النشأة</translation>
    </message>
    <message>
        <source>You gave no genesis digest, so nothing tells this cluster from another one.</source>
        <translation>لم تُدخل بصمة نشأة، فلا شيء يميّز هذا العنقود عن غيره.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) healthy</source>
        <translation>
            <numerusform>لا عقد سليمة</numerusform>
            <numerusform>عقدة واحدة سليمة</numerusform>
            <numerusform>عقدتان سليمتان</numerusform>
            <numerusform>%n عقد سليمة</numerusform>
            <numerusform>%n عقدة سليمة</numerusform>
            <numerusform>%n عقدة سليمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) down</source>
        <translation>
            <numerusform>لا عقد متوقفة</numerusform>
            <numerusform>عقدة واحدة متوقفة</numerusform>
            <numerusform>عقدتان متوقفتان</numerusform>
            <numerusform>%n عقد متوقفة</numerusform>
            <numerusform>%n عقدة متوقفة</numerusform>
            <numerusform>%n عقدة متوقفة</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs by %1 from the cluster&apos;s; times count by the cluster&apos;s.</source>
        <translation>تختلف ساعة هذا الحاسوب عن ساعة العنقود بمقدار %1؛ وتُحسب الأوقات بساعة العنقود.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation>لا جواب منذ %1.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>No connection since %1; next try in %2.</source>
        <translation>لا اتصال منذ %1؛ المحاولة التالية خلال %2.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>Nobody is signed in. Press to sign in.</source>
        <translation>لم يسجّل أحد الدخول. اضغط لتسجيل الدخول.</translation>
    </message>
    <message>
        <source>Signed in as %1: %2</source>
        <translation>مسجَّل الدخول باسم %1: %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>The connection to the cluster stands; it says nothing about its nodes</extracomment>
        <translation>متصل</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryCard</name>
    <message>
        <source>History</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Time, then what happened</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Submitted by %1, block %2, score %3.</source>
        <translation>قدّمه %1، الكتلة %2، الدرجة %3.</translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation>حجزه %1 حتى %2.</translation>
    </message>
    <message>
        <source>A claim of %1 ended at %2.</source>
        <translation>انتهى حجز %1 عند %2.</translation>
    </message>
    <message>
        <source>%1 by %2, block %3.</source>
        <translation>%1، بقرار من %2، الكتلة %3.</translation>
    </message>
    <message>
        <source>Reason %1: %2</source>
        <translation>السبب %1: %2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
    <message>
        <source>Usable until %1.</source>
        <translation>قابل للاستخدام حتى %1.</translation>
    </message>
    <message>
        <source>With the words of %1.</source>
        <translation>بموافقة %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryGuard</name>
    <message>
        <source>The gateway shows a certificate that the cluster&apos;s validators did not seal.</source>
        <translation>تعرض البوابة شهادة لم تختمها عقد المصادقة في العنقود.</translation>
    </message>
    <message>
        <source>Check the address, and tell the operators.</source>
        <translation>تحقق من العنوان وأبلغ من يشغّل العنقود.</translation>
    </message>
    <message>
        <source>This cluster has two certified histories: what the gateway shows does not go on from what this computer saw certified up to block %1. A majority of the validators&apos; keys signed both, so what was final in one may be missing in the other.</source>
        <translation>لهذا العنقود تاريخان مشمولان بالشهادة: ما تعرضه البوابة لا يتابع ما رآه هذا الحاسوب مشمولًا بالشهادة حتى الكتلة %1. وقّعت أغلبية مفاتيح عقد المصادقة كليهما، فما كان نهائيًا في أحدهما قد يغيب عن الآخر.</translation>
    </message>
    <message>
        <source>Sign nothing and rely on no balance until the operators have explained it. Both certificates are kept on this computer.</source>
        <translation>لا توقّع شيئًا ولا تعتمد على أي رصيد حتى يوضّح من يشغّل العنقود ما حدث. الشهادتان محفوظتان على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The gateway does not show that its history goes on from the one that this computer saw certified up to block %1. It is faulty, or hides that the history was replaced.</source>
        <translation>لا تُظهر البوابة أن تاريخها يتابع التاريخ الذي رآه هذا الحاسوب مشمولًا بالشهادة حتى الكتلة %1. فهي معطوبة، أو تخفي أن التاريخ قد استُبدل.</translation>
    </message>
    <message>
        <source>Connect to another node of the cluster. If that cannot show it either, sign nothing and tell the operators.</source>
        <translation>اتصل بعقدة أخرى من العنقود. وإن لم تستطع هي أيضًا إظهار ذلك فلا توقّع شيئًا وأبلغ من يشغّل العنقود.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssuancePage</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>بلا اسم بعد</translation>
    </message>
    <message>
        <source>Issuance</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Next step of the wizard</source>
        <translation>الخطوة التالية في المعالج</translation>
    </message>
    <message>
        <source>An issue is being sent to the ledger. It goes on without the window, and is found here again.</source>
        <translation>يجري إرسال إصدار إلى الدفتر. يستمر من دون النافذة، وتجده هنا مجددًا.</translation>
    </message>
    <message>
        <source>Approve a request …</source>
        <translation>الموافقة على طلب …</translation>
    </message>
    <message>
        <source>From checked records to a token: choose a template, name the asset, set the terms, have another person approve it, sign.</source>
        <translation>من سجلات مفحوصة إلى رمز مميّز: اختر قالبًا، وسمِّ الأصل، وحدّد الشروط، واحصل على موافقة شخص آخر، ثم وقّع.</translation>
    </message>
    <message>
        <source>Start a new issue</source>
        <translation>بدء إصدار جديد</translation>
    </message>
    <message>
        <source>New issue: %1</source>
        <translation>إصدار جديد: %1</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>المسودات</translation>
    </message>
    <message>
        <source>No draft. What you begin is kept on this computer as you type.</source>
        <translation>لا توجد مسودة. ما تبدؤه يُحفظ على هذا الحاسوب أثناء الكتابة.</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>ما أُرسل</translation>
    </message>
    <message>
        <source>Nothing was submitted from this computer yet.</source>
        <translation>لم يُرسَل شيء من هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>%1: the asset is on the register.</source>
        <translation>%1: الأصل مسجَّل.</translation>
    </message>
    <message>
        <source>%1: issued.</source>
        <translation>%1: صادر.</translation>
    </message>
    <message>
        <source>%1: final.</source>
        <translation>%1: نهائي.</translation>
    </message>
    <message>
        <source>%1: refused by the ledger.</source>
        <translation>%1: لم يقبله الدفتر.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) could not be read and stay where they are.</source>
        <translation>
            <numerusform>قُرئت جميع المسودات.</numerusform>
            <numerusform>تعذّرت قراءة مسودة واحدة وهي باقية في مكانها.</numerusform>
            <numerusform>تعذّرت قراءة مسودتين وهما باقيتان في مكانهما.</numerusform>
            <numerusform>تعذّرت قراءة %n مسودات وهي باقية في مكانها.</numerusform>
            <numerusform>تعذّرت قراءة %n مسودة وهي باقية في مكانها.</numerusform>
            <numerusform>تعذّرت قراءة %n مسودة وهي باقية في مكانها.</numerusform>
        </translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>بلا قالب بعد</translation>
    </message>
    <message>
        <source>%1 · at step %2</source>
        <translation>%1 · في الخطوة %2</translation>
    </message>
    <message>
        <source>%1 · block %2</source>
        <translation>%1 · الكتلة %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>متابعة %1</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>حُذفت المسودة.</translation>
    </message>
    <message>
        <source>! You are signed in as %1, who may not issue. Sign in as an issuer to go on.</source>
        <translation>! أنت مسجّل الدخول باسم %1 ولا يحق لك الإصدار. سجّل الدخول بصفة جهة إصدار للمتابعة.</translation>
    </message>
    <message>
        <source>! Sign in as an issuer to start an issue, or to find your drafts again.</source>
        <translation>! سجّل الدخول بصفة جهة إصدار لبدء إصدار، أو لتجد مسوداتك مجددًا.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssuanceRun</name>
    <message>
        <source>The asset is registered, but the list of assets does not show it yet.</source>
        <translation>الأصل مسجَّل، لكن قائمة الأصول لا تُظهره بعد.</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>اسأل مجددًا بعد لحظات.</translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation>سجّل شخص آخر هذا الأصل.</translation>
    </message>
    <message>
        <source>Somebody else issued a token with this symbol.</source>
        <translation>أصدر شخص آخر رمزًا مميّزًا برمز التداول هذا.</translation>
    </message>
    <message>
        <source>The ledger does not have it yet; it may still be on its way.</source>
        <translation>ليس في الدفتر بعد؛ وقد يكون في طريقه إليه.</translation>
    </message>
    <message>
        <source>Ask again in a few minutes. Nothing is sent twice.</source>
        <translation>اسأل مجددًا بعد بضع دقائق. لا يُرسَل شيء مرتين.</translation>
    </message>
    <message>
        <source>It never reached the ledger, and what was signed has expired.</source>
        <translation>لم يصل إلى الدفتر قط، وقد انتهت صلاحية ما وُقّع.</translation>
    </message>
    <message>
        <source>Look it over and send it again.</source>
        <translation>راجعه وأرسله مجددًا.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssueLine</name>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ItemPanel</name>
    <message>
        <source>Choose a record of the queue.</source>
        <translation>اختر سجلًا من قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Record id</source>
        <translation>معرّف السجل</translation>
    </message>
    <message>
        <source>Only what changed (D)</source>
        <translation>ما تغيّر فقط (D)</translation>
    </message>
    <message>
        <source>There is no earlier record of this asset.</source>
        <translation>لا يوجد سجل سابق لهذا الأصل.</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>أجزاء السجل</translation>
    </message>
    <message>
        <source>Checks</source>
        <extracomment>Tab: checks, and how many of them lost points</extracomment>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>البايتات الخام</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>Tab: what a record says differently, and how many fields</extracomment>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>السابقة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>وقت الرصد</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>قدّمه</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Differences to the last accepted record</source>
        <translation>الفروق عن آخر سجل مقبول</translation>
    </message>
    <message>
        <source>Earlier records of the asset</source>
        <translation>السجلات السابقة للأصل</translation>
    </message>
    <message>
        <source>Without an asset</source>
        <translation>بلا أصل</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>الفحوص (%1)</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>التغييرات (%1)</translation>
    </message>
    <message>
        <source>There is no accepted record of this kind for this asset yet: nothing to compare it with.</source>
        <translation>لا يوجد بعد سجل مقبول من هذا النوع لهذا الأصل: لا شيء للمقارنة به.</translation>
    </message>
    <message>
        <source>Compared with the last accepted record, of %1 (block %2, score %3, %4).</source>
        <translation>بالمقارنة مع آخر سجل مقبول، بتاريخ %1 (الكتلة %2، الدرجة %3، %4).</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>لا يختلف أي حقل.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ.</source>
        <translation>
            <numerusform>لا يختلف أي حقل.</numerusform>
            <numerusform>يختلف حقل واحد.</numerusform>
            <numerusform>يختلف حقلان.</numerusform>
            <numerusform>تختلف %n حقول.</numerusform>
            <numerusform>يختلف %n حقلًا.</numerusform>
            <numerusform>يختلف %n حقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the record …</source>
        <translation>جارٍ تحميل السجل …</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>الاستحقاق %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::KeyForm</name>
    <message>
        <source>Approver&apos;s key file</source>
        <translation>ملف مفتاح الموافِق</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>استعراض …</translation>
    </message>
    <message>
        <source>Browse for the approver&apos;s key file</source>
        <translation>استعراض بحثًا عن ملف مفتاح الموافِق</translation>
    </message>
    <message>
        <source>Approver&apos;s passphrase</source>
        <translation>عبارة مرور الموافِق</translation>
    </message>
    <message>
        <source>Typed by the approver; forgotten at once.</source>
        <translation>يكتبها الموافِق؛ وتُنسى فورًا.</translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation>مفاتيح مختومة (*.agkey)</translation>
    </message>
    <message>
        <source>Opening the key …</source>
        <translation>جارٍ فتح المفتاح …</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>مفتاح %1</translation>
    </message>
    <message>
        <source>There is no sealed key in this file.</source>
        <translation>لا يوجد مفتاح مختوم في هذا الملف.</translation>
    </message>
    <message>
        <source>The people of this cluster have their keys in %1, and their passphrase in passphrase.txt beside them.</source>
        <translation>مفاتيح أشخاص هذا العنقود في %1، وعبارة مرورهم بجانبها في الملف passphrase.txt.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LineageStepView</name>
    <message>
        <source>by %1</source>
        <translation>بواسطة %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LiveChart</name>
    <message>
        <source>%1, as a table</source>
        <extracomment>Accessible name of the table beside a chart; %1 is the chart&apos;s title</extracomment>
        <translation>%1، في جدول</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>العرض في جدول (Ctrl+T)</translation>
    </message>
    <message>
        <source>Show as a table: %1</source>
        <translation>العرض في جدول: %1</translation>
    </message>
    <message>
        <source>Save as a picture or a table</source>
        <translation>الحفظ صورةً أو جدولًا</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>حفظ: %1</translation>
    </message>
    <message>
        <source>Save as a picture (PNG) …</source>
        <translation>الحفظ صورةً (PNG) …</translation>
    </message>
    <message>
        <source>Save as a table (CSV) …</source>
        <translation>الحفظ جدولًا (CSV) …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>paused since %1</source>
        <translation>موقوف مؤقتًا منذ %1</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>عند %1: %2.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>صور (*.png)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::MainWindow</name>
    <message>
        <source>Aurigraph</source>
        <translation>Aurigraph</translation>
    </message>
    <message>
        <source>Demo data is on its way (%1 of %2): %3</source>
        <translation>بيانات العرض التوضيحي في الطريق (%1 من %2): %3</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <extracomment>Menu</extracomment>
        <translation>العنقود</translation>
    </message>
    <message>
        <source>&amp;Leave this cluster</source>
        <translation>مغادرة هذا العنقود</translation>
    </message>
    <message>
        <source>Verify a &amp;proof file …</source>
        <translation>التحقق من ملف إثبات …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Ask for everything &amp;again</source>
        <translation>طلب كل شيء مجددًا</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation>مفاتيح هذه الصفحة</translation>
    </message>
    <message>
        <source>&amp;About Aurigraph</source>
        <translation>حول &amp;Aurigraph</translation>
    </message>
    <message>
        <source>%1 – Aurigraph</source>
        <translation>%1 – Aurigraph</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>الكتلة %1</translation>
    </message>
    <message>
        <source>%1 transactions/s</source>
        <translation>%1 معاملة/ث</translation>
    </message>
    <message>
        <source>final within %1 ms (99 %)</source>
        <translation>نهائي خلال %1 مللي ثانية (99%)</translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation>العمل بصفة %1</translation>
    </message>
    <message>
        <source>Sign in with a key file …</source>
        <translation>تسجيل الدخول بملف مفتاح …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Stopping the cluster …</source>
        <translation>جارٍ إيقاف العنقود …</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>أتريد الإنهاء؟</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>The language changes when you start the console again.</source>
        <translation>تتغير اللغة عند بدء وحدة التحكم في المرة التالية.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>المسودات</translation>
    </message>
    <message>
        <source>The file with your drafts is damaged. It was put aside as %1; a new one has begun, and drafts of before are not shown.</source>
        <translation>ملف مسوداتك تالف. نُقل جانبًا باسم %1؛ وبدأ ملف جديد، ولا تُعرض المسودات السابقة.</translation>
    </message>
    <message>
        <source>Leave this cluster?</source>
        <translation>أتريد مغادرة هذا العنقود؟</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NeedsCard</name>
    <message>
        <source>Review</source>
        <extracomment>Button: opens the review page</extracomment>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Open the review page</source>
        <translation>فتح صفحة المراجعة</translation>
    </message>
    <message>
        <source>Start an issue</source>
        <extracomment>Button: opens the issuance page</extracomment>
        <translation>بدء إصدار</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>لم يسجّل أحد الدخول</translation>
    </message>
    <message>
        <source>Sign in to see here what waits for you.</source>
        <translation>سجّل الدخول لترى هنا ما ينتظرك.</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>المراجعات</translation>
    </message>
    <message>
        <source>How many wait is being asked for.</source>
        <translation>يجري السؤال عن عدد المنتظر منها.</translation>
    </message>
    <message>
        <source>No record waits for review</source>
        <translation>لا سجلات تنتظر المراجعة</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for review</source>
        <translation>
            <numerusform>لا سجلات تنتظر المراجعة</numerusform>
            <numerusform>سجل واحد ينتظر المراجعة</numerusform>
            <numerusform>سجلّان ينتظران المراجعة</numerusform>
            <numerusform>%n سجلات تنتظر المراجعة</numerusform>
            <numerusform>%n سجلًا ينتظر المراجعة</numerusform>
            <numerusform>%n سجل ينتظر المراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>records past their service level</comment>
        <translation>
            <numerusform>لا سجلات متأخرة</numerusform>
            <numerusform>سجل واحد متأخر</numerusform>
            <numerusform>سجلّان متأخران</numerusform>
            <numerusform>%n سجلات متأخرة</numerusform>
            <numerusform>%n سجلًا متأخرًا</numerusform>
            <numerusform>%n سجل متأخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed by you</source>
        <translation>
            <numerusform>لا شيء محجوز لك</numerusform>
            <numerusform>سجل واحد محجوز لك</numerusform>
            <numerusform>سجلّان محجوزان لك</numerusform>
            <numerusform>%n سجلات محجوزة لك</numerusform>
            <numerusform>%n سجلًا محجوزًا لك</numerusform>
            <numerusform>%n سجل محجوز لك</numerusform>
        </translation>
    </message>
    <message>
        <source>You are up to date.</source>
        <translation>لا شيء متراكم لديك.</translation>
    </message>
    <message>
        <source>None is late.</source>
        <translation>لا شيء متأخر.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>لا شيء ينتظرك</translation>
    </message>
    <message>
        <source>You may issue tokens on registered assets.</source>
        <translation>يحق لك إصدار رموز مميّزة على الأصول المسجَّلة.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>مسجَّل الدخول باسم %1.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NodeModel</name>
    <message>
        <source>Nodes of this kind are not added by this reading.</source>
        <translation>لا تُضاف عقد من هذا النوع بناءً على هذه القراءة.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>CPU or memory of a node against the threshold at which a node is added, like &quot;34 % of 70 %&quot;</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1, over %2</source>
        <extracomment>The same above the threshold, like &quot;82 %, over 70 %&quot;</extracomment>
        <translation>%1، فوق %2</translation>
    </message>
    <message>
        <source>Another node is added when it stays above %1.</source>
        <translation>تُضاف عقدة أخرى عندما يبقى أعلى من %1.</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>العقدة %1</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>قائد</translation>
    </message>
    <message>
        <source>Follower</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>مرشّح</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>متعلّم</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>قيد الاستعادة</translation>
    </message>
    <message>
        <source>Slim nodes do not hold the chain.</source>
        <translation>العقد الخفيفة لا تحمل السلسلة.</translation>
    </message>
    <message>
        <source>The node does not say its role.</source>
        <translation>لا تذكر العقدة دورها.</translation>
    </message>
    <message>
        <source>The node does not report its processor time.</source>
        <translation>لا تبلغ العقدة عن زمن معالجها.</translation>
    </message>
    <message>
        <source>The node does not report its memory.</source>
        <translation>لا تبلغ العقدة عن ذاكرتها.</translation>
    </message>
    <message>
        <source>The node&apos;s memory limit is not known.</source>
        <translation>حد ذاكرة العقدة غير معروف.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <extracomment>Memory of a node, like &quot;312 MB of 1 GB&quot;</extracomment>
        <translation>%1 من %2.</translation>
    </message>
    <message>
        <source>The node does not report its height.</source>
        <translation>لا تبلغ العقدة عن ارتفاعها.</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>How far a node is behind the newest block: not at all</extracomment>
        <translation>مواكبة</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>لا كتل</numerusform>
            <numerusform>كتلة واحدة</numerusform>
            <numerusform>كتلتان</numerusform>
            <numerusform>%n كتل</numerusform>
            <numerusform>%n كتلة</numerusform>
            <numerusform>%n كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>The node does not report since when it runs.</source>
        <translation>لا تبلغ العقدة منذ متى تعمل.</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>لا يوجد: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One column of a table&apos;s row when read out, like &quot;State: Answers&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>العقدة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>Column of a table: height of the chain on a node</extracomment>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Behind</source>
        <extracomment>Column of a table: how many blocks a node lacks</extracomment>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>مدة التشغيل</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Outbox</name>
    <message>
        <source>Nobody is signed in, so nothing was sent.</source>
        <translation>لم يسجّل أحد الدخول، فلم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Sign in; your draft is kept.</source>
        <translation>سجّل الدخول؛ مسودتك محفوظة.</translation>
    </message>
    <message>
        <source>Your claim ended before the decision was sent; nothing was sent.</source>
        <translation>انتهى حجزك قبل إرسال القرار؛ فلم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Claim the record again; your draft is kept.</source>
        <translation>احجز السجل مجددًا؛ مسودتك محفوظة.</translation>
    </message>
    <message>
        <source>The decision did not reach the ledger, and no longer can.</source>
        <translation>لم يصل القرار إلى الدفتر، ولم يعد يمكنه الوصول.</translation>
    </message>
    <message>
        <source>Decide again; your draft is kept.</source>
        <translation>قرّر مجددًا؛ مسودتك محفوظة.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::OverviewPage</name>
    <message>
        <source>%1 /s</source>
        <extracomment>A rate on a chart; %1 is a number</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation>العمليات في الثانية</translation>
    </message>
    <message>
        <source>Final</source>
        <extracomment>Line of a chart: operations that became final</extracomment>
        <translation>النهائية</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Line of a chart: operations that the ledger refused</extracomment>
        <translation>غير المقبولة</translation>
    </message>
    <message>
        <source>Time to finality</source>
        <translation>زمن بلوغ النهائية</translation>
    </message>
    <message>
        <source>Median</source>
        <extracomment>Line of a chart: half of the operations were quicker</extracomment>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <extracomment>Line of a chart: 99 of 100 operations were quicker</extracomment>
        <translation>99 من 100</translation>
    </message>
    <message>
        <source>Nodes that answer</source>
        <translation>العقد المجيبة</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>عقد المصادقة</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>عقد الأعمال</translation>
    </message>
    <message>
        <source>Slim</source>
        <translation>العقد الخفيفة</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Pause the charts, and go on (in a chart)</source>
        <translation>إيقاف الرسوم البيانية مؤقتًا ومتابعتها (في رسم بياني)</translation>
    </message>
    <message>
        <source>Move the crosshair back; with Shift by ten points (in a chart)</source>
        <translation>تحريك خطَّي التقاطع إلى الوراء؛ ومع Shift عشر نقاط (في رسم بياني)</translation>
    </message>
    <message>
        <source>Move the crosshair on (in a chart)</source>
        <translation>تحريك خطَّي التقاطع إلى الأمام (في رسم بياني)</translation>
    </message>
    <message>
        <source>Remove the crosshair (in a chart)</source>
        <translation>إزالة خطَّي التقاطع (في رسم بياني)</translation>
    </message>
    <message>
        <source>Show the chart as a table, and back</source>
        <translation>عرض الرسم البياني في جدول، والعودة</translation>
    </message>
    <message>
        <source>Final operations per second</source>
        <translation>العمليات النهائية في الثانية</translation>
    </message>
    <message>
        <source>Time to finality, median</source>
        <translation>زمن بلوغ النهائية، الوسيط</translation>
    </message>
    <message>
        <source>Block height</source>
        <translation>ارتفاع الكتل</translation>
    </message>
    <message>
        <source>Records waiting for review</source>
        <translation>سجلات تنتظر المراجعة</translation>
    </message>
    <message>
        <source>Of all operations that became final in the minute before.</source>
        <translation>من جميع العمليات التي أصبحت نهائية في الدقيقة السابقة.</translation>
    </message>
    <message>
        <source>Time shown in the charts</source>
        <translation>الفترة المعروضة في الرسوم البيانية</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 دقائق</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 دقيقة</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>Nodes of the cluster</source>
        <translation>عقد العنقود</translation>
    </message>
    <message>
        <source>measured with this window attached</source>
        <translation>مقيس وهذه النافذة متصلة</translation>
    </message>
    <message>
        <source>The cluster and this window share the processors of this computer.</source>
        <translation>يتقاسم العنقود وهذه النافذة معالجات هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Earlier readings could not be had: %1</source>
        <translation>تعذّر الحصول على القراءات السابقة: %1</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>كما في %1.</translation>
    </message>
    <message>
        <source>In the second of %1.</source>
        <translation>في الثانية %1.</translation>
    </message>
    <message>
        <source>In the second before %1.</source>
        <translation>في الثانية السابقة لـ %1.</translation>
    </message>
    <message>
        <source>The gateway has no reading yet.</source>
        <translation>ليس لدى البوابة قراءة بعد.</translation>
    </message>
    <message>
        <source>99 of 100 within %1, %2.</source>
        <translation>99 من 100 خلال %1، %2.</translation>
    </message>
    <message>
        <source>Nothing became final in the minute to %1.</source>
        <translation>لم يصبح أي شيء نهائيًا في الدقيقة المنتهية عند %1.</translation>
    </message>
    <message>
        <source>All certified, %1.</source>
        <translation>كلها مشمولة بشهادة، %1.</translation>
    </message>
    <message>
        <source>Certified up to %1, %2.</source>
        <translation>مشمولة بشهادة حتى %1، %2.</translation>
    </message>
    <message>
        <source>Scored 0.60 to 0.79; at %1.</source>
        <translation>درجتها من 0.60 إلى 0.79؛ عند %1.</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button beside the charts: lets them move again</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>دقيقة واحدة</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PipelineView</name>
    <message>
        <source>The pipeline, from the provider&apos;s answer to the token</source>
        <translation>مسار المعالجة، من جواب المزوّد إلى الرمز المميّز</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PrecheckStep</name>
    <message>
        <source>Ask the ledger again</source>
        <translation>سؤال الدفتر مجددًا</translation>
    </message>
    <message>
        <source>Asking the ledger …</source>
        <translation>سؤال الدفتر …</translation>
    </message>
    <message>
        <source>✓ The ledger has no objection, as of block %1.</source>
        <translation>✓ لا اعتراض للدفتر، كما في الكتلة %1.</translation>
    </message>
    <message numerus="yes">
        <source>✗ The ledger would refuse it, for %n reason(s).</source>
        <translation>
            <numerusform>✗ لن يقبله الدفتر.</numerusform>
            <numerusform>✗ لن يقبله الدفتر، لسبب واحد.</numerusform>
            <numerusform>✗ لن يقبله الدفتر، لسببين.</numerusform>
            <numerusform>✗ لن يقبله الدفتر، لعدد من الأسباب: %n.</numerusform>
            <numerusform>✗ لن يقبله الدفتر، لعدد من الأسباب: %n.</numerusform>
            <numerusform>✗ لن يقبله الدفتر، لعدد من الأسباب: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>الانتقال إلى: %1</translation>
    </message>
    <message>
        <source>Go to %1 in step %2</source>
        <translation>الانتقال إلى %1 في الخطوة %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueueDelegate</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · من %2 · عبر %3</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueuePanel</name>
    <message>
        <source>All %1</source>
        <extracomment>Filter of the review queue; %1 is a count</extracomment>
        <translation>الكل %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <extracomment>Filter of the review queue: claimed by me; %1 is a count</extracomment>
        <translation>لي %1</translation>
    </message>
    <message>
        <source>Unclaimed %1</source>
        <extracomment>Filter of the review queue: claimed by nobody; %1 is a count</extracomment>
        <translation>غير محجوز %1</translation>
    </message>
    <message>
        <source>Late %1</source>
        <extracomment>Filter of the review queue: past their due time; %1 is a count</extracomment>
        <translation>متأخر %1</translation>
    </message>
    <message>
        <source>Show the whole queue</source>
        <translation>عرض قائمة الانتظار كاملة</translation>
    </message>
    <message>
        <source>Filter the queue by asset, source or submitter</source>
        <translation>تصفية قائمة الانتظار بحسب الأصل أو المصدر أو مقدّم السجل</translation>
    </message>
    <message>
        <source>Filter ( / )</source>
        <translation>تصفية ( / )</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>كل الفئات</translation>
    </message>
    <message>
        <source>Records that wait for review</source>
        <translation>السجلات التي تنتظر المراجعة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A category and how many of it there are</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>لا جديد – اضغط N</numerusform>
            <numerusform>سجل جديد واحد – اضغط N</numerusform>
            <numerusform>سجلّان جديدان – اضغط N</numerusform>
            <numerusform>%n سجلات جديدة – اضغط N</numerusform>
            <numerusform>%n سجلًا جديدًا – اضغط N</numerusform>
            <numerusform>%n سجل جديد – اضغط N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing free: %n record(s) are claimed by others.</source>
        <translation>
            <numerusform>لا شيء متاح.</numerusform>
            <numerusform>لا شيء متاح: سجل واحد محجوز لغيرك.</numerusform>
            <numerusform>لا شيء متاح: سجلّان محجوزان لغيرك.</numerusform>
            <numerusform>لا شيء متاح: %n سجلات محجوزة لغيرك.</numerusform>
            <numerusform>لا شيء متاح: %n سجلًا محجوزًا لغيرك.</numerusform>
            <numerusform>لا شيء متاح: %n سجل محجوز لغيرك.</numerusform>
        </translation>
    </message>
    <message>
        <source>You hold no claim. Choose a record and press C to claim it.</source>
        <translation>لا حجز لديك. اختر سجلًا واضغط C لحجزه.</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>لا شيء متأخر.</translation>
    </message>
    <message>
        <source>No record of the queue matches the filter.</source>
        <translation>لا يوجد في قائمة الانتظار سجل يطابق التصفية.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Rail</name>
    <message>
        <source>Back to the start</source>
        <translation>العودة إلى البداية</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordModel</name>
    <message>
        <source>%1: %2, %3, asset %4 from %5.</source>
        <extracomment>One record read aloud: age, category, kind, asset, source</extracomment>
        <translation>%1: %2، %3، الأصل %4 من %5.</translation>
    </message>
    <message>
        <source>Score %1, %2; %3; block %4; %5.</source>
        <extracomment>Second half of one record read aloud</extracomment>
        <translation>الدرجة %1، %2؛ %3؛ الكتلة %4؛ %5.</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Column: when the ledger took the record</extracomment>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>Column: what the score means</extracomment>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>الكتلة</translation>
    </message>
    <message>
        <source>Origin</source>
        <extracomment>Column: real, simulated or replayed</extracomment>
        <translation>المنشأ</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordView</name>
    <message>
        <source>Record id</source>
        <translation>معرّف السجل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>العودة إلى القائمة (Esc)</translation>
    </message>
    <message>
        <source>Details of the record</source>
        <translation>تفاصيل السجل</translation>
    </message>
    <message>
        <source>Fields of the record; Enter shows a field in the raw bytes</source>
        <translation>حقول السجل؛ مفتاح Enter يُظهر الحقل في البايتات الخام</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>Tab: the score of a record</extracomment>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <extracomment>Tab: what the provider answered</extracomment>
        <translation>البايتات الخام</translation>
    </message>
    <message>
        <source>Fields</source>
        <extracomment>Tab: the fields of a record</extracomment>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Heading: a kind of record and the asset that it is about</extracomment>
        <translation>%1 للأصل %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The score and what it means, like &quot;0.72 For review&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>submitted by %1</source>
        <translation>قدّمه %1</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>عرض البايتات</translation>
    </message>
    <message>
        <source>Show the score</source>
        <translation>عرض الدرجة</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>فتح الأصل</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewDesk</name>
    <message>
        <source>You submitted this record, or issue its asset: somebody else has to decide about it.</source>
        <translation>أنت من قدّم هذا السجل أو من يُصدر أصله: على شخص آخر أن يبتّ فيه.</translation>
    </message>
    <message>
        <source>Deciding about records needs the role of a reviewer.</source>
        <translation>البتّ في السجلات يستلزم دور المراجِع.</translation>
    </message>
    <message>
        <source>Your claim on %1 ended. Your draft is kept.</source>
        <translation>انتهى حجزك لـ %1. مسودتك محفوظة.</translation>
    </message>
    <message>
        <source>Choose a record of the queue.</source>
        <translation>اختر سجلًا من قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation>حجزه %1 حتى %2.</translation>
    </message>
    <message>
        <source>The ledger is asked for the claim.</source>
        <translation>يُسأل الدفتر عن الحجز.</translation>
    </message>
    <message>
        <source>You hold the claim already.</source>
        <translation>الحجز لديك بالفعل.</translation>
    </message>
    <message>
        <source>It is decided.</source>
        <translation>تم البتّ فيه.</translation>
    </message>
    <message>
        <source>Claim the record first (C), so that two people do not decide at once.</source>
        <translation>احجز السجل أولًا (C)، كي لا يبتّ فيه شخصان في آن واحد.</translation>
    </message>
    <message>
        <source>Your claim ended. Claim the record again (C); your draft is kept.</source>
        <translation>انتهى حجزك. احجز السجل مجددًا (C)؛ مسودتك محفوظة.</translation>
    </message>
    <message>
        <source>Your decision is about to be sent. Take it back with Ctrl+Z to change it.</source>
        <translation>قرارك على وشك الإرسال. اسحبه بـ Ctrl+Z لتغييره.</translation>
    </message>
    <message>
        <source>Your decision is being sent.</source>
        <translation>جارٍ إرسال قرارك.</translation>
    </message>
    <message>
        <source>Whether your decision arrived is being checked.</source>
        <translation>يجري التحقق من وصول قرارك.</translation>
    </message>
    <message>
        <source>Before you approve, open the checks that lost points: %1.</source>
        <translation>قبل أن توافق، افتح الفحوص التي فقدت نقاطًا: %1.</translation>
    </message>
    <message>
        <source>Choose Approve (A) or Reject (R).</source>
        <translation>اختر الموافقة (A) أو الرفض (R).</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>اختر سببًا.</translation>
    </message>
    <message numerus="yes">
        <source>Write a note of at least %1 characters; %n more.</source>
        <translation>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل.</numerusform>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل؛ بقي حرف واحد.</numerusform>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل؛ بقي حرفان.</numerusform>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل؛ بقيت %n أحرف.</numerusform>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل؛ بقي %n حرفًا.</numerusform>
            <numerusform>اكتب ملاحظة من %1 حرفًا على الأقل؛ بقي %n حرف.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is too long: the ledger keeps %1 bytes.</source>
        <translation>الملاحظة طويلة جدًا: يحتفظ الدفتر بـ %1 بايت.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewFrame</name>
    <message>
        <source>Open the draft</source>
        <translation>فتح المسودة</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>حذفها</translation>
    </message>
    <message>
        <source>Claim all</source>
        <translation>حجز الكل</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>إلغاء حجز الكل</translation>
    </message>
    <message numerus="yes">
        <source>%n records selected</source>
        <translation>
            <numerusform>لا سجلات محدَّدة</numerusform>
            <numerusform>سجل واحد محدَّد</numerusform>
            <numerusform>سجلّان محدَّدان</numerusform>
            <numerusform>%n سجلات محدَّدة</numerusform>
            <numerusform>%n سجلًا محدَّدًا</numerusform>
            <numerusform>%n سجل محدَّد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%1: %2 is sent in %n s. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%1: يُرسَل %2 الآن. يسحبه Ctrl+Z.</numerusform>
            <numerusform>%1: يُرسَل %2 خلال ثانية واحدة. يسحبه Ctrl+Z.</numerusform>
            <numerusform>%1: يُرسَل %2 خلال ثانيتين. يسحبه Ctrl+Z.</numerusform>
            <numerusform>%1: يُرسَل %2 خلال %n ثوانٍ. يسحبه Ctrl+Z.</numerusform>
            <numerusform>%1: يُرسَل %2 خلال %n ثانية. يسحبه Ctrl+Z.</numerusform>
            <numerusform>%1: يُرسَل %2 خلال %n ثانية. يسحبه Ctrl+Z.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waiting for the ledger.</source>
        <translation>%1: في انتظار الدفتر.</translation>
    </message>
    <message>
        <source>Taken back; nothing was sent. Your draft about %1 is kept.</source>
        <translation>سُحب القرار؛ ولم يُرسَل شيء. مسودتك بشأن %1 محفوظة.</translation>
    </message>
    <message>
        <source>Approved: %1, recorded in block %2.</source>
        <translation>تمت الموافقة: %1، ودُوّنت في الكتلة %2.</translation>
    </message>
    <message>
        <source>Rejected: %1, recorded in block %2.</source>
        <translation>تم الرفض: %1، ودُوّن في الكتلة %2.</translation>
    </message>
    <message>
        <source>%1 was not decided. %2 %3</source>
        <translation>لم يُبتّ في %1. %2 %3</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>Page: records that wait for a person</extracomment>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>السجل التالي</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>السجل السابق</translation>
    </message>
    <message>
        <source>Select the next record too</source>
        <translation>تحديد السجل التالي أيضًا</translation>
    </message>
    <message>
        <source>Select the previous record too</source>
        <translation>تحديد السجل السابق أيضًا</translation>
    </message>
    <message>
        <source>Go into the record; unfold a check</source>
        <translation>الدخول إلى السجل؛ توسيع فحص</translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation>حجز أو إلغاء الحجز</translation>
    </message>
    <message>
        <source>Choose to approve</source>
        <translation>اختيار الموافقة</translation>
    </message>
    <message>
        <source>Choose to reject</source>
        <translation>اختيار الرفض</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>How the score came about</source>
        <translation>كيف تكوّنت الدرجة</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>البايتات الخام</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Earlier records</source>
        <translation>السجلات السابقة</translation>
    </message>
    <message>
        <source>Changes; again: changed fields only, or all</source>
        <translation>التغييرات؛ ومرة أخرى: الحقول المتغيرة فقط، أو كلها</translation>
    </message>
    <message>
        <source>Raw bytes, with the chosen reason&apos;s field marked</source>
        <translation>البايتات الخام، مع تعليم الحقل الخاص بالسبب المختار</translation>
    </message>
    <message>
        <source>Commit the decision; it can be taken back for 8 seconds</source>
        <translation>اعتماد القرار؛ يمكن سحبه خلال 8 ثوانٍ</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>سحب القرار</translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation>عرض السجلات الجديدة</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>تصفية قائمة الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are not sent yet. If you quit now, they come back as drafts and are not sent by themselves.</source>
        <translation>
            <numerusform>لا قرارات تنتظر الإرسال.</numerusform>
            <numerusform>لم يُرسَل قرار واحد بعد. إذا أنهيت الآن، يعود مسودةً ولا يُرسَل من تلقاء نفسه.</numerusform>
            <numerusform>لم يُرسَل قراران بعد. إذا أنهيت الآن، يعودان مسودتين ولا يُرسَلان من تلقاء نفسيهما.</numerusform>
            <numerusform>لم تُرسَل %n قرارات بعد. إذا أنهيت الآن، تعود مسوداتٍ ولا تُرسَل من تلقاء نفسها.</numerusform>
            <numerusform>لم يُرسَل %n قرارًا بعد. إذا أنهيت الآن، تعود مسوداتٍ ولا تُرسَل من تلقاء نفسها.</numerusform>
            <numerusform>لم يُرسَل %n قرار بعد. إذا أنهيت الآن، تعود مسوداتٍ ولا تُرسَل من تلقاء نفسها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to see the review queue.</source>
        <translation>سجّل الدخول لترى قائمة انتظار المراجعة.</translation>
    </message>
    <message>
        <source>It is shown to reviewers, and to auditors to read.</source>
        <translation>تُعرض للمراجِعين، وللمدققين للاطلاع.</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>لا شيء ينتظر المراجعة.</translation>
    </message>
    <message>
        <source>Records that score 0.60 to 0.79 come here by themselves, the one due first on top.</source>
        <translation>السجلات التي درجتها من 0.60 إلى 0.79 تأتي إلى هنا من تلقاء نفسها، والأقرب استحقاقًا في الأعلى.</translation>
    </message>
    <message>
        <source>Select at most %1 records at once.</source>
        <translation>حدّد %1 من السجلات على الأكثر في المرة الواحدة.</translation>
    </message>
    <message>
        <source>None of the selected records can be claimed.</source>
        <translation>لا يمكن حجز أي من السجلات المحدَّدة.</translation>
    </message>
    <message>
        <source>You hold none of the selected records.</source>
        <translation>لا شيء من السجلات المحدَّدة محجوز لك.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records claimed.</source>
        <translation>
            <numerusform>حُجز %1 من 0 من السجلات المحدَّدة.</numerusform>
            <numerusform>حُجز %1 من سجل محدَّد واحد.</numerusform>
            <numerusform>حُجز %1 من سجلّين محدَّدين.</numerusform>
            <numerusform>حُجز %1 من %n سجلات محدَّدة.</numerusform>
            <numerusform>حُجز %1 من %n سجلًا محدَّدًا.</numerusform>
            <numerusform>حُجز %1 من %n سجل محدَّد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records released.</source>
        <translation>
            <numerusform>أُلغي حجز %1 من 0 من السجلات المحدَّدة.</numerusform>
            <numerusform>أُلغي حجز %1 من سجل محدَّد واحد.</numerusform>
            <numerusform>أُلغي حجز %1 من سجلّين محدَّدين.</numerusform>
            <numerusform>أُلغي حجز %1 من %n سجلات محدَّدة.</numerusform>
            <numerusform>أُلغي حجز %1 من %n سجلًا محدَّدًا.</numerusform>
            <numerusform>أُلغي حجز %1 من %n سجل محدَّد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision about %1 had reached the ledger before the window closed: block %2.</source>
        <translation>كان قرارك بشأن %1 قد وصل إلى الدفتر قبل إغلاق النافذة: الكتلة %2.</translation>
    </message>
    <message>
        <source>%1: %2, “%3”</source>
        <translation>%1: %2، «%3»</translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was on its way, and the ledger does not have it: %2. Look at the record again before you decide anew.</source>
        <translation>عند إغلاق النافذة (%1) كان هذا القرار في طريقه، وليس موجودًا في الدفتر: %2. انظر في السجل مجددًا قبل أن تقرر من جديد.</translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was waiting: %2. It was not sent by itself. Do you still want it?</source>
        <translation>عند إغلاق النافذة (%1) كان هذا القرار قيد الانتظار: %2. لم يُرسَل من تلقاء نفسه. أما زلت تريده؟</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewStep</name>
    <message>
        <source>What you sign</source>
        <translation>ما توقّعه</translation>
    </message>
    <message>
        <source>Digest of this command</source>
        <translation>بصمة هذا الأمر</translation>
    </message>
    <message>
        <source>Digest that was approved</source>
        <translation>البصمة التي وُوفق عليها</translation>
    </message>
    <message>
        <source>Your signature covers one batch that holds exactly this command, encoded on this computer, and is valid for two minutes.</source>
        <translation>يغطي توقيعك دفعة واحدة تضم هذا الأمر بعينه، مرمّزة على هذا الحاسوب، ويسري دقيقتين.</translation>
    </message>
    <message>
        <source>I have read it and &amp;want to issue exactly this</source>
        <translation>قرأته وأريد إصدار هذا بعينه</translation>
    </message>
    <message>
        <source>&amp;Sign and issue</source>
        <translation>توقيع وإصدار</translation>
    </message>
    <message>
        <source>Cannot be taken back.</source>
        <translation>لا يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>لم يسجّل أحد الدخول.</translation>
    </message>
    <message>
        <source>You sign as %1.</source>
        <translation>توقّع باسم %1.</translation>
    </message>
    <message>
        <source>The asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>✗ What was approved has ended. Go back to the approval, and ask again.</source>
        <translation>✗ انتهت الموافقات. ارجع إلى خطوة الموافقة واطلب مجددًا.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RowModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScorePane</name>
    <message>
        <source>Hatched: points lost. Dotted: what the check could have cost. Accepted from %1 on, for review from %2 on.</source>
        <translation>المخطَّط: نقاط مفقودة. المنقَّط: ما كان يمكن أن يكلّفه الفحص. مقبول من %1 فأعلى، وللمراجعة من %2 فأعلى.</translation>
    </message>
    <message>
        <source>%1 by rule %2</source>
        <translation>%1 بموجب القاعدة %2</translation>
    </message>
    <message>
        <source>Caps: %1</source>
        <extracomment>Limits of the score that apply, like &quot;X by rule S-C3&quot;</extracomment>
        <translation>السقوف: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 lost nothing.</source>
        <translation>%1 لم يفقد شيئًا.</translation>
    </message>
    <message>
        <source>%1 lost %2 of %3.</source>
        <translation>%1 فقد %2 من %3.</translation>
    </message>
    <message>
        <source>Points that this cost.</source>
        <translation>نقاط كلّفها ذلك.</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>الحقل: %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>وُجد: %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>المتوقع: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>القاعدة: %1</translation>
    </message>
    <message>
        <source>Show the field in the raw bytes</source>
        <translation>عرض الحقل في البايتات الخام</translation>
    </message>
    <message>
        <source>Show the field %1 in the raw bytes</source>
        <translation>عرض الحقل %1 في البايتات الخام</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScoreWaterfall</name>
    <message>
        <source>Cap %1</source>
        <extracomment>A limit of the score; %1 is its letter, %2 the rule that set it</extracomment>
        <translation>السقف %1</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>The sum of all checks</extracomment>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>%1: nothing lost of %2.</source>
        <translation>%1: لم يُفقد شيء من %2.</translation>
    </message>
    <message>
        <source>%1: %2 lost of %3.</source>
        <translation>%1: فُقد %2 من %3.</translation>
    </message>
    <message>
        <source>Cap %1, by rule %2, holds the score at %3.</source>
        <translation>السقف %1، بموجب القاعدة %2، يُبقي الدرجة عند %3.</translation>
    </message>
    <message>
        <source>Accepted from %1 on, for review from %2 on.</source>
        <translation>مقبول من %1 فأعلى، وللمراجعة من %2 فأعلى.</translation>
    </message>
    <message>
        <source>Score %1: %2.</source>
        <translation>الدرجة %1: %2.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in with a key</source>
        <translation>تسجيل الدخول بمفتاح</translation>
    </message>
    <message>
        <source>You are your key: a file sealed with a passphrase on this computer. The cluster sees only your signature, never the key.</source>
        <translation>أنت مفتاحك: ملف مختوم بعبارة مرور على هذا الحاسوب. لا يرى العنقود إلا توقيعك، ولا يرى المفتاح أبدًا.</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>استعراض …</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation>مفاتيح مختومة (*.agkey)</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>جارٍ تسجيل الدخول …</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SourceModel</name>
    <message>
        <source>⚠ Failing</source>
        <translation>⚠ يفشل</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <extracomment>State of a source that answers</extracomment>
        <translation>لم يُسأل بعد</translation>
    </message>
    <message>
        <source>✓ Answers</source>
        <translation>✓ يجيب</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>%1: %2. %3 calls, %4 failed, %5 available.</source>
        <extracomment>One source read aloud: name, state, calls, failures</extracomment>
        <translation>%1: %2. %3 من الاستدعاءات، فشل منها %4، الإتاحة %5.</translation>
    </message>
    <message>
        <source>Calls that may still be made in this period.</source>
        <translation>الاستدعاءات التي لا تزال ممكنة في هذه الفترة.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>العقدة</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>الإتاحة</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>الاستدعاءات</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>من الذاكرة المؤقتة</translation>
    </message>
    <message>
        <source>Last call</source>
        <extracomment>Column: how long the last call took</extracomment>
        <translation>آخر استدعاء</translation>
    </message>
    <message>
        <source>Budget left</source>
        <extracomment>Column: calls that may still be made</extracomment>
        <translation>الحصة المتبقية</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخر خطأ</translation>
    </message>
    <message>
        <source>! Last call failed</source>
        <translation>! فشل آخر استدعاء</translation>
    </message>
    <message>
        <source>! Paused by compliance</source>
        <translation>! أوقفه الامتثال مؤقتًا</translation>
    </message>
    <message>
        <source>! Its hour is used up</source>
        <translation>! استُنفدت حصة هذه الساعة</translation>
    </message>
    <message>
        <source>! Not asked</source>
        <translation>! لا يُستعلَم منه</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StageCard</name>
    <message>
        <source>… %1 waiting</source>
        <extracomment>What waits at a stage now, on a narrow card</extracomment>
        <translation>… ينتظر: %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StagePanel</name>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>كل الفئات</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>كل النتائج</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Result of the score</source>
        <translation>نتيجة الدرجة</translation>
    </message>
    <message>
        <source>Records at this stage, newest first</source>
        <translation>سجلات هذه المرحلة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>%1: sources</source>
        <extracomment>Heading of a table: records at a stage; %1 is the stage</extracomment>
        <translation>%1: المصادر</translation>
    </message>
    <message>
        <source>%1: records</source>
        <translation>%1: السجلات</translation>
    </message>
    <message>
        <source>No source is set up.</source>
        <translation>لم يُعدّ أي مصدر.</translation>
    </message>
    <message>
        <source>Sources belong to slim nodes. As soon as one runs, what it asks is listed here.</source>
        <translation>المصادر تابعة للعقد الخفيفة. متى عملت إحداها، تُدرج هنا المصادر التي تسألها.</translation>
    </message>
    <message>
        <source>No record here matches the filters.</source>
        <translation>لا يوجد هنا سجل يطابق عوامل التصفية.</translation>
    </message>
    <message>
        <source>There may be others at this stage.</source>
        <translation>قد توجد سجلات أخرى في هذه المرحلة.</translation>
    </message>
    <message>
        <source>Nothing has needed a review yet.</source>
        <translation>لم يحتج شيء إلى مراجعة بعد.</translation>
    </message>
    <message>
        <source>Records that score from 0.60 to below 0.80 are listed here and wait for a person.</source>
        <translation>السجلات التي درجتها من 0.60 إلى ما دون 0.80 تُدرج هنا وتنتظر شخصًا.</translation>
    </message>
    <message>
        <source>No record has come this far yet.</source>
        <translation>لم يصل أي سجل إلى هنا بعد.</translation>
    </message>
    <message>
        <source>Records appear here by themselves as sources are asked and answers are scored.</source>
        <translation>تظهر السجلات هنا من تلقاء نفسها كلما سُئلت المصادر وقُيّمت الإجابات.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n new – press N</source>
        <translation>
            <numerusform>سجلات جديدة – اضغط N</numerusform>
            <numerusform>أكثر من سجل جديد واحد – اضغط N</numerusform>
            <numerusform>أكثر من سجلّين جديدين – اضغط N</numerusform>
            <numerusform>أكثر من %n سجلات جديدة – اضغط N</numerusform>
            <numerusform>أكثر من %n سجلًا جديدًا – اضغط N</numerusform>
            <numerusform>أكثر من %n سجل جديد – اضغط N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>لا جديد – اضغط N</numerusform>
            <numerusform>سجل جديد واحد – اضغط N</numerusform>
            <numerusform>سجلّان جديدان – اضغط N</numerusform>
            <numerusform>%n سجلات جديدة – اضغط N</numerusform>
            <numerusform>%n سجلًا جديدًا – اضغط N</numerusform>
            <numerusform>%n سجل جديد – اضغط N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) shown.</source>
        <translation>
            <numerusform>لم تُعرض سجلات جديدة.</numerusform>
            <numerusform>عُرض سجل جديد واحد.</numerusform>
            <numerusform>عُرض سجلّان جديدان.</numerusform>
            <numerusform>عُرضت %n سجلات جديدة.</numerusform>
            <numerusform>عُرض %n سجلًا جديدًا.</numerusform>
            <numerusform>عُرض %n سجل جديد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StartPage</name>
    <message>
        <source>%1 so far</source>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>Welcome to Aurigraph</source>
        <translation>مرحبًا بك في Aurigraph</translation>
    </message>
    <message>
        <source>Real-world assets become tokens on a replicated ledger: every record is checked, doubtful ones are decided by people, and everything can be proven afterwards. Where do you want to work?</source>
        <translation>تصبح الأصول الواقعية رموزًا مميّزة على دفتر منسوخ على عدة عقد: كل سجل يُفحص، وما يثير الشك يبتّ فيه أشخاص، وكل شيء يمكن إثباته لاحقًا. أين تريد أن تعمل؟</translation>
    </message>
    <message>
        <source>Start a cluster here</source>
        <translation>بدء عنقود هنا</translation>
    </message>
    <message>
        <source>Validators, business and slim nodes inside this program, with your data kept on this computer. Nothing else needs to be installed.</source>
        <translation>عقد مصادقة وعقد أعمال وعقد خفيفة داخل هذا البرنامج، وبياناتك محفوظة على هذا الحاسوب. لا يلزم تثبيت أي شيء آخر.</translation>
    </message>
    <message>
        <source>Train on a cluster</source>
        <translation>التدرّب على عنقود</translation>
    </message>
    <message>
        <source>A cluster with demo data to try everything on: reviews that wait, assets, tokens and proofs. All of it is SIMULATED and thrown away when you quit.</source>
        <translation>عنقود ببيانات عرض توضيحي لتجربة كل شيء: مراجعات تنتظر وأصول ورموز مميّزة وإثباتات. كل ذلك «محاكاة» ويُحذف عند الإنهاء.</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>الاتصال بعنقود</translation>
    </message>
    <message>
        <source>A cluster that runs on servers. You need its address and its certificate file, and should know its genesis digest.</source>
        <translation>عنقود يعمل على خوادم. تحتاج إلى عنوانه وملف شهادته، وينبغي أن تعرف بصمة نشأته.</translation>
    </message>
    <message>
        <source>&amp;Validators</source>
        <translation>عقد المصادقة</translation>
    </message>
    <message>
        <source>&amp;Business nodes</source>
        <translation>عقد الأعمال</translation>
    </message>
    <message>
        <source>S&amp;lim nodes</source>
        <translation>العقد الخفيفة</translation>
    </message>
    <message>
        <source>&amp;Keep its data between runs</source>
        <translation>الاحتفاظ ببياناته بين مرات التشغيل</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>استعراض …</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>Its data comes from the built-in provider simulator and is marked SIMULATED for ever.</source>
        <translation>بياناته من محاكي المزوّدين المدمج وموسومة بعلامة «محاكاة» إلى الأبد.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Start the cluster</source>
        <translation>بدء العنقود</translation>
    </message>
    <message numerus="yes">
        <source>Goes on with %n validator(s) down.</source>
        <translation>
            <numerusform>لا يستمر إذا توقفت أي عقدة مصادقة.</numerusform>
            <numerusform>يستمر مع توقف عقدة مصادقة واحدة.</numerusform>
            <numerusform>يستمر مع توقف عقدتي مصادقة.</numerusform>
            <numerusform>يستمر مع توقف %n عقد مصادقة.</numerusform>
            <numerusform>يستمر مع توقف %n عقدة مصادقة.</numerusform>
            <numerusform>يستمر مع توقف %n عقدة مصادقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the cluster</source>
        <translation>مجلد العنقود</translation>
    </message>
    <message>
        <source>Clusters you have used</source>
        <translation>عناقيد استخدمتها</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation>ملف الشهادة</translation>
    </message>
    <message>
        <source>64 hex digits, from whoever runs the cluster</source>
        <translation>64 رقمًا ست عشريًا، ممن يشغّل العنقود</translation>
    </message>
    <message>
        <source>&amp;Genesis digest</source>
        <translation>بصمة النشأة</translation>
    </message>
    <message>
        <source>The certificate file says which servers to believe; no other certificate is. The genesis digest says which ledger it is: without it, this window shows what it is told and marks the cluster as not checked.</source>
        <translation>يحدد ملف الشهادة الخوادم التي يوثق بها؛ ولا يوثق بأي شهادة أخرى. وتحدد بصمة النشأة أي دفتر هو: من دونها تعرض هذه النافذة ما يقال لها وتوسم العنقود بأنه غير متحقَّق منه.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Kept from last time</source>
        <translation>محفوظ من المرة السابقة</translation>
    </message>
    <message>
        <source>Certificate of the cluster</source>
        <translation>شهادة العنقود</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>شهادات (*.pem *.crt)</translation>
    </message>
    <message>
        <source>Progress of the start</source>
        <translation>تقدّم البدء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>جارٍ الإلغاء …</translation>
    </message>
    <message>
        <source>Starting a training cluster</source>
        <translation>بدء عنقود تدريب</translation>
    </message>
    <message>
        <source>Starting your cluster</source>
        <translation>بدء عنقودك</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>التحضير</translation>
    </message>
    <message>
        <source>Opening the window&apos;s connection</source>
        <translation>فتح اتصال النافذة</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>الاتصال بـ %1</translation>
    </message>
    <message>
        <source>Asking which cluster it is</source>
        <translation>السؤال عن هوية العنقود</translation>
    </message>
    <message>
        <source>Type the cluster&apos;s address: a name or number, and a port if it is not %1.</source>
        <translation>اكتب عنوان العنقود: اسمًا أو رقمًا، مع المنفذ إن لم يكن %1.</translation>
    </message>
    <message>
        <source>The certificate file holds no certificate. Ask whoever runs the cluster for its root certificate (a .pem file).</source>
        <translation>لا يحوي ملف الشهادة أي شهادة. اطلب ممن يشغّل العنقود شهادة الجذر الخاصة به (ملف بلاحقة pem).</translation>
    </message>
    <message>
        <source>The genesis digest has 64 digits from 0 to 9 and a to f.</source>
        <translation>تتكون بصمة النشأة من 64 خانة من 0 إلى 9 ومن a إلى f.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StatePane</name>
    <message>
        <source>This is not shown to you.</source>
        <translation>هذا لا يُعرض لك.</translation>
    </message>
    <message>
        <source>No connection since %1. What you see is from then. Trying again at %2.</source>
        <translation>لا اتصال منذ %1. ما تراه من ذلك الوقت. المحاولة التالية عند %2.</translation>
    </message>
    <message>
        <source>No answer since %1. What you see is from then.</source>
        <translation>لا جواب منذ %1. ما تراه من ذلك الوقت.</translation>
    </message>
    <message>
        <source>These values are from %1; newer ones are being asked for.</source>
        <translation>هذه القيم من %1؛ ويجري طلب قيم أحدث.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>جارٍ التحميل …</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>لا يوجد اتصال بالعنقود.</translation>
    </message>
    <message>
        <source>The page fills as soon as it is back.</source>
        <translation>تمتلئ الصفحة حالما يعود الاتصال.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SubmittedStep</name>
    <message>
        <source>in block %1</source>
        <translation>في الكتلة %1</translation>
    </message>
    <message>
        <source>Digest of your batch</source>
        <translation>بصمة دفعتك</translation>
    </message>
    <message>
        <source>Show the asset</source>
        <translation>عرض الأصل</translation>
    </message>
    <message>
        <source>Start another issue</source>
        <translation>بدء إصدار آخر</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>السؤال عما آل إليه</translation>
    </message>
    <message>
        <source>✓ %1 is issued, and final.</source>
        <translation>✓ صدر %1، وهو نهائي.</translation>
    </message>
    <message>
        <source>✗ The ledger refused %1. Nothing was issued; correct it and sign again.</source>
        <translation>✗ لم يقبل الدفتر %1. لم يصدر شيء؛ صحّحه ووقّع مجددًا.</translation>
    </message>
    <message>
        <source>%1 is issued. A certificate makes it final in a moment.</source>
        <translation>صدر %1. وستجعله شهادة نهائيًا بعد لحظات.</translation>
    </message>
    <message>
        <source>It is not known yet whether %1 reached the ledger.</source>
        <translation>لم يُعرف بعد هل وصل %1 إلى الدفتر.</translation>
    </message>
    <message>
        <source>%1 is on its way to the ledger.</source>
        <translation>%1 في طريقه إلى الدفتر.</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>State of a stage, for whoever listens.</extracomment>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>سُجّل الأصل</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>الرقم %1</translation>
    </message>
    <message>
        <source>number %1, %2</source>
        <translation>الرقم %1، %2</translation>
    </message>
    <message>
        <source>Signed and sent</source>
        <translation>وُقّع وأُرسل</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>مُثبَّت</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>نهائي</translation>
    </message>
    <message>
        <source>certified up to block %1</source>
        <translation>مشمول بشهادة حتى الكتلة %1</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>الانتقال إلى: %1</translation>
    </message>
    <message>
        <source>Back to the pre-check</source>
        <translation>العودة إلى الفحص المسبق</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TemplateStep</name>
    <message>
        <source>Records: %1</source>
        <translation>السجلات: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation>المستندات: %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TermsStep</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (اختياري)</translation>
    </message>
    <message>
        <source>Add a range</source>
        <translation>إضافة نطاق</translation>
    </message>
    <message>
        <source>Take the whole chosen block</source>
        <translation>أخذ الحزمة المختارة كاملة</translation>
    </message>
    <message>
        <source>Example policies</source>
        <translation>سياسات نموذجية</translation>
    </message>
    <message>
        <source>Thresholds of this template, shown as examples. Breaking one warns and stops nobody; what the ledger demands is asked in the pre-check.</source>
        <translation>عتبات هذا القالب، معروضة أمثلةً. تجاوزها يُحذّر ولا يمنع أحدًا؛ أما ما يشترطه الدفتر فيُسأل عنه في الفحص المسبق.</translation>
    </message>
    <message>
        <source>%1 of range %2</source>
        <translation>%1 من النطاق %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove range %1</source>
        <translation>إزالة النطاق %1</translation>
    </message>
    <message>
        <source>%1 credits in all.</source>
        <translation>مجموع الائتمانات: %1.</translation>
    </message>
    <message>
        <source>All tokens at this price: %1</source>
        <translation>جميع الرموز المميّزة بهذا السعر: %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Tile</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>Accessible name of a tile: what it is, the number, and what it means</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::WizardView</name>
    <message>
        <source>Discard this draft? What you typed cannot be brought back.</source>
        <translation>أتريد حذف هذه المسودة؟ لا يمكن استرجاع ما كتبته.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الاحتفاظ بها</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>حذف المسودة</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>حذف …</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>حذف هذه المسودة</translation>
    </message>
    <message>
        <source>Save draft and close</source>
        <translation>حفظ المسودة والإغلاق</translation>
    </message>
    <message>
        <source>Fill with example</source>
        <translation>التعبئة بمثال</translation>
    </message>
    <message>
        <source>Only offered because this cluster is SIMULATED.</source>
        <translation>متاح فقط لأن هذا العنقود «محاكاة».</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>العودة إلى %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>التالي: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>الخطوة %1 من %2: %3، %4</translation>
    </message>
    <message>
        <source>Your draft is kept on this computer as you type.</source>
        <translation>تُحفظ مسودتك على هذا الحاسوب أثناء الكتابة.</translation>
    </message>
    <message>
        <source>Kept on this computer at %1.</source>
        <translation>حُفظت على هذا الحاسوب عند %1.</translation>
    </message>
    <message>
        <source>What will be issued, to read</source>
        <translation>ما سيُصدر، للقراءة</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::WorkflowPage</name>
    <message>
        <source>From a provider&apos;s answer to a token: how much is where, and what waits.</source>
        <translation>من جواب المزوّد إلى الرمز المميّز: كم يوجد وأين، وما الذي ينتظر.</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>سير العمل</translation>
    </message>
    <message>
        <source>Previous stage; Right: next stage</source>
        <translation>المرحلة التالية؛ السهم الأيمن: المرحلة السابقة</translation>
    </message>
    <message>
        <source>Open a stage or follow a record</source>
        <translation>فتح مرحلة أو تتبّع سجل</translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation>عرض السجلات الجديدة</translation>
    </message>
    <message>
        <source>To the filters</source>
        <translation>إلى عوامل التصفية</translation>
    </message>
    <message>
        <source>Back from a record to the list</source>
        <translation>العودة من السجل إلى القائمة</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>كما في %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetList</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>أدنى درجة</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which an asset was registered</extracomment>
        <translation>الكتلة</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>&amp;Open the asset</source>
        <translation>فتح الأصل</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Key, name, symbol or id</source>
        <translation>المفتاح أو الاسم أو رمز التداول أو المعرّف</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>الأصول</translation>
    </message>
    <message>
        <source>None of these assets matches. Press Enter to ask the gateway for it.</source>
        <translation>لا أصل من هذه الأصول يطابق البحث. اضغط Enter لسؤال البوابة عنه.</translation>
    </message>
    <message>
        <source>None of the assets shown matches. Press Enter to ask the gateway for it.</source>
        <translation>لا أصل من الأصول المعروضة يطابق البحث. اضغط Enter لسؤال البوابة عنه.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n asset(s)</source>
        <translation>
            <numerusform>%1 من 0 من الأصول</numerusform>
            <numerusform>%1 من أصل واحد</numerusform>
            <numerusform>%1 من أصلين</numerusform>
            <numerusform>%1 من %n أصول</numerusform>
            <numerusform>%1 من %n أصلًا</numerusform>
            <numerusform>%1 من %n أصل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>لا أصول</numerusform>
            <numerusform>أصل واحد</numerusform>
            <numerusform>أصلان</numerusform>
            <numerusform>%n أصول</numerusform>
            <numerusform>%n أصلًا</numerusform>
            <numerusform>%n أصل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetView</name>
    <message>
        <source>Asset</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>Columns: type and digest of a document</extracomment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 للملف</translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation>مستندات الأصل</translation>
    </message>
    <message>
        <source>One asset</source>
        <translation>أصل واحد</translation>
    </message>
    <message>
        <source>Records it stands on</source>
        <translation>السجلات التي يقوم عليها</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>الشريحة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Digest of the evidence</source>
        <translation>بصمة الأدلة</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which a record was submitted</extracomment>
        <translation>الكتلة</translation>
    </message>
    <message>
        <source>Records of the asset</source>
        <translation>سجلات الأصل</translation>
    </message>
    <message>
        <source>Follow the &amp;record</source>
        <translation>تتبّع السجل</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>الحائزون</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>الحائز</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>Reserved</source>
        <extracomment>Column: the part of a balance that is reserved for pending transfers</extracomment>
        <translation>المخصَّص</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Where the balance comes from</source>
        <translation>من أين يأتي الرصيد</translation>
    </message>
    <message>
        <source>Holders of the token</source>
        <translation>حائزو الرمز المميّز</translation>
    </message>
    <message>
        <source>Check the &amp;proof of this holding</source>
        <translation>فحص إثبات هذه الحيازة</translation>
    </message>
    <message>
        <source>Show &amp;more holders</source>
        <translation>عرض المزيد من الحائزين</translation>
    </message>
    <message>
        <source>The token is being asked for …</source>
        <translation>جارٍ طلب الرمز المميّز …</translation>
    </message>
    <message>
        <source>No token has been issued on this asset yet. The issuance wizard does that.</source>
        <translation>لم يصدر رمز مميّز على هذا الأصل بعد. يتولى معالج الإصدار ذلك.</translation>
    </message>
    <message>
        <source>These values are in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer.</source>
        <translation>هذه القيم واردة في حالة نقطة التحقق %1 التي وقّعتها عقد المصادقة مع الكتلة %2. وقد فُحص الإثبات على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Each record was scored again on this computer, and its signatures, its way into the certified history and its approval were checked.</source>
        <translation>أُعيد حساب درجة كل سجل على هذا الحاسوب، وفُحصت تواقيعه ومساره إلى التاريخ المشمول بالشهادة والموافقة عليه.</translation>
    </message>
    <message>
        <source>No documents were registered with this asset.</source>
        <translation>لم تُسجَّل مستندات مع هذا الأصل.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::ProofView</name>
    <message>
        <source>Progress of the check</source>
        <translation>تقدّم الفحص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Save the proof …</source>
        <translation>حفظ الإثبات …</translation>
    </message>
    <message>
        <source>Check another &amp;file …</source>
        <translation>فحص ملف آخر …</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: number of a link of the proof</extracomment>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الحلقة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Links of the proof</source>
        <translation>حلقات الإثبات</translation>
    </message>
    <message>
        <source>&amp;Digests and bytes</source>
        <translation>البصمات والبايتات</translation>
    </message>
    <message>
        <source>Digests and bytes of this link</source>
        <translation>بصمات هذه الحلقة وبايتاتها</translation>
    </message>
    <message>
        <source>Checked against</source>
        <translation>فُحص بالمقارنة مع</translation>
    </message>
    <message>
        <source>&amp;Genesis digest that you were given</source>
        <translation>بصمة النشأة التي أُعطيت لك</translation>
    </message>
    <message>
        <source>64 hexadecimal digits, from somebody you trust</source>
        <translation>64 رقمًا ست عشريًا، ممن تثق به</translation>
    </message>
    <message>
        <source>What this does not prove</source>
        <translation>ما لا يثبته هذا</translation>
    </message>
    <message>
        <source>That the thing outside exists, or that a source told the truth. A proof leads from what sources said to what a holder owns in the ledger; it says nothing about the house, the forest or the parcel itself, and nothing about what happened after its checkpoint.</source>
        <translation>أن الشيء موجود في الواقع، أو أن المصدر قال الحقيقة. يقود الإثبات مما قالته المصادر إلى ما يملكه الحائز في الدفتر؛ ولا يقول شيئًا عن البيت أو الغابة أو الشحنة نفسها، ولا عما حدث بعد نقطة تحققه.</translation>
    </message>
    <message>
        <source>Check it without this program and without a network:</source>
        <translation>افحصه من دون هذا البرنامج ومن دون شبكة:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>This is no digest yet: it has %1 of 64 hexadecimal digits.</source>
        <translation>ليست هذه بصمة بعد: فيها %1 من 64 رقمًا ست عشريًا.</translation>
    </message>
    <message>
        <source>None given. Without one, the best that can be said is that the file agrees with itself.</source>
        <translation>لم تُدخل بصمة. من دونها أقصى ما يمكن قوله إن الملف متسق مع نفسه.</translation>
    </message>
    <message>
        <source>You gave this digest when you connected; it is pinned.</source>
        <translation>أدخلت هذه البصمة عند الاتصال؛ وهي مثبَّتة.</translation>
    </message>
    <message>
        <source>You typed this digest here. Compare it with whoever runs the cluster.</source>
        <translation>كتبت هذه البصمة هنا. قارنها مع من يشغّل العنقود.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No link is selected.</source>
        <translation>لم تُحدَّد أي حلقة.</translation>
    </message>
</context>
</TS>
