<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ApiClient</name>
    <message>
        <source>The server&apos;s certificate is not of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the certificate file that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be busy; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway closed the connection before it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be restarting, or want a client certificate that you have not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and that the cluster runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assets</name>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokenized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: accepted by its score alone (band ACCEPT, 0.80 and more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a reviewer approved it (band REVIEW, 0.60–0.79).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept by %n node(s)</source>
        <translation>
            <numerusform>Kept by %n node</numerusform>
            <numerusform>Kept by %n nodes</numerusform>
        </translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: whole units only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from acquisition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified on this computer · checkpoint %1, block %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This balance is in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer; its file has the digest %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the gateway · changed since it was verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At checkpoint %1 another balance was verified. Check its proof again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>no data before %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data %1–%2</source>
        <extracomment>In a chart, over the part without readings; %1 and %2 are times like 14:02</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data since %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— (nothing to measure)</source>
        <extracomment>Instead of a value of a chart: there was nothing to measure in that second</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— (no data)</source>
        <extracomment>Instead of a value of a chart: no reading was received</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values in the time shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One line of a chart and its newest value, like &quot;Final: 12,400 per second&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are %n gap(s) without data.</source>
        <translation>
            <numerusform>There is %n gap without data.</numerusform>
            <numerusform>There are %n gaps without data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmbeddedHost</name>
    <message>
        <source>Opening keys, certificates and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the provider simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electing a leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validators seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a property becomes units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a doubtful price is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reviewer decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project becomes credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shipment becomes a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units are transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proofs are verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balances are added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more holders arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records wait for review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions; %1 is a number like 1.2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <extracomment>Hours and minutes, like &quot;2 h 10 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property in units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLAYED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senior reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>beside ms</comment>
        <extracomment>Seconds, like &quot;1.4 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds, like &quot;12 ms&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim issuer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aurigraph %1

A final block is covered by signatures of a majority of validators. That is evidence against a validator that signs two histories; it does not make three nodes safe against a majority of stolen keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuanceWords</name>
    <message>
        <source>Choose what you want to issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be one line with something in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long: at most %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no number. Write digits, with a point before decimals: 1234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only capital letters A to Z, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a token with the symbol %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 0 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supply has more decimals than the token, which has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supply must be greater than zero and less than 2 to the power of 96 base units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A currency needs a price; leave both empty to state none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price must be greater than zero; leave it empty to state none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 has %1 decimals; the price has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three capital letters, for example USD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price needs its currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lock-up cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thousandths of a degree are the finest there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This temperature does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest temperature must be above the lowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the serial numbers that become tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 ranges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last number comes before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers are in the range %1 to %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the chosen credit blocks issued these numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The serial ranges hold %1 credits, the supply is %2. Each token is one credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A usable record is missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster does not know a chosen record any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chosen record (%1) is not of this template&apos;s kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chosen record (%1) is neither accepted nor approved, or its approval has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chosen record (%1) is about another asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chosen record (%1) speaks for a registered asset already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An asset with this key is registered already. Choose it from the list to issue on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This asset was registered with another template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This asset has its token already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset is not on the register yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document is missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file is in the list twice: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has approved this issue yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot approve your own issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This approval was given for other terms. Have the issue approved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger has not been asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was changed since the ledger was asked. Ask it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record (%1) is %2 days old; this example policy wants at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units at this price are %1 %3, more than %4 % of the valuation of %2 %3 that this example policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is larger than the %2 MB of this example policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <extracomment>Step of the issuance wizard: another person agrees.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 12 capital letters, digits and hyphens; nobody else can use it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holders read, up to 64 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one token can be divided: 0 for whole ones only, 8 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens are issued, all at once and to your own account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole tonnes of CO₂; each token is one credit with its serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one token is offered for. Empty: no price is stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three letters of ISO 4217, for example USD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long a holder cannot pass on what they bought. Your own first sale is free of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry&apos;s own numbers, first and last included, out of the chosen block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract&apos;s lower limit of the shipment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract&apos;s upper limit of the shipment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valuation of the property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry entry of the carbon project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued block of credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market price of such credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event of the shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensor readings of the shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registered deed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appraiser&apos;s report behind the valuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for encumbrances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurance policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project design document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verifier&apos;s report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry&apos;s word that the credits are immobilised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier&apos;s bill of lading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The qualified person&apos;s release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature logger&apos;s calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The valuation is not older than %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units at their price stay within %1 % of the valuation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is larger than %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block was read from its registry within %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readings are not older than %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lien search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immobilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logger calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock-up in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock-up in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest temperature in °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest temperature in °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <extracomment>Step of the issuance wizard: price, supply …</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-check</source>
        <extracomment>Step of the issuance wizard: the ledger is asked before anything is signed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and sign</source>
        <extracomment>Step of the issuance wizard: reading everything once more and signing.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <extracomment>Step of the issuance wizard: following what was sent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to issue?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which asset stands behind it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are its terms?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which documents belong to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the asset, then have the issue approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would the ledger say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it once more, then sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your issue is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template says which records, terms and documents an issue of its kind has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An asset is carried by records that the machine accepted or a reviewer approved. Choose its key; the newest usable records are suggested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are part of the token for ever. The whole supply goes to your own account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files stay with you. Only their SHA-256 goes on the ledger, so that anybody can tell later whether a file is the one that was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering gives the asset its number. Another person then agrees to exactly these terms; changing them afterwards needs a new approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same rules as at the real issue, asked without writing anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These lines are made from the bytes that you sign. An issue cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can leave this page; the issue goes on and is found in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tonnes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>°C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole property as fractional units. Needs a title and a valuation of the same parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits of one project, each unit one tonne with its own serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shipment that moves and expires as one batch, within limits of temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of you and who approved, one registered another on the ledger in the last 24 hours, or somebody registered two of you. Ask another person, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody who is known to work for another organisation than you has approved this issue. Ask such a person; administrators say on the ledger who works where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This approval is good for somebody else&apos;s issue. Have your own request approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This approval is of another request than the newest, with another end. Export the newest request and have that approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time until which the request was good has passed. Ask again, and have the new request approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of the approvals are of the same person, with two keys. Remove one of them; if another is needed, ask another person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approvals had ended when the ledger looked at them. Ask again: a new request has a later end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approvals would be good for longer than the 72 hours that the ledger takes. Ask again: a new request has an end that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger has used the approvals of this very request already. Ask again: a new request has another end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genesis digest of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals are good until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A time as here, and the same in UTC</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalStore</name>
    <message>
        <source>This computer could not keep your draft: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check free disk space and permissions; until then nothing is kept when you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>, </source>
        <extracomment>Between names in a list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had to become final in the last minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final within %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not answer</source>
        <extracomment>State of a node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <extracomment>State of a node; %1 is a duration like &quot;12 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up</source>
        <extracomment>State of a node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <extracomment>State of a node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway knows of no node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 validators answer: there is no majority, nothing becomes final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no leader: nothing is decided until one is elected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n node(s) answer.</source>
        <translation>
            <numerusform>The only node answers.</numerusform>
            <numerusform>All %n nodes answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer; missing: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody leads, as far as this gateway knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads in term %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1 leads in term %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Holds</source>
        <extracomment>Result of checking a link of a proof</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 as of checkpoint %4, under the validators&apos; signatures of block %5. Asset: %6. Data: %7, lowest score %8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Valid: all %n link(s) hold, and the cluster is the one you named.</source>
        <translation>
            <numerusform>Valid: the %n link holds, and the cluster is the one you named.</numerusform>
            <numerusform>Valid: all %n links hold, and the cluster is the one you named.</numerusform>
        </translation>
    </message>
    <message>
        <source>Consistent, but of an unknown cluster: this proves nothing to you yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of the cluster with genesis %1, which you did not name. Anyone can make such a file with keys of their own. Get the digest from somebody you trust and enter it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid: link %1, “%2”, does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not rely on this proof. What comes behind that link was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proof is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a .rwaproof file here, or choose one. It needs no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the gateway for the proof …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits until the validators have signed a state with this holding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every link on this computer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: a link before it does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofCheck</name>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is one complete proof, written in the one way in which it can be written: nothing can be hidden in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster&apos;s beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file carries the cluster&apos;s genesis: who its validators are and by which rules it scores. Its digest is the cluster&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validators&apos; signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A majority of the validators named in the genesis signed this history and this state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset was registered on exactly these records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was issued on that asset, and another person approved exactly these terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account, holder, token and asset are rows of the state that the validators signed, and they name each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was submitted: its author&apos;s signature leads to a batch, the batch to a block, the block to the signed history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who brought record %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever submitted the record is not the asset&apos;s issuer: nobody vouches for their own asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored again on this computer from the record, the context that the validators signed and the rule set, it has the same score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of 0.60–0.79 was approved by somebody else before it was used; others need no review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>The record was rejected by its score, under a cap that people may override. A senior reviewer did, with the words of others, before it was used; none of them brought the record or issued the token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofDetails</name>
    <message>
        <source>%1, level %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genesis digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of the validators&apos; set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest that was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation in the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to the root of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the block&apos;s batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to the root of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the block&apos;s results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to the root of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of the source&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score, millionths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of what is believed of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event of the admission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: salt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: way to the root of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the block&apos;s events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event of the override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to the root of the events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofFile</name>
    <message>
        <source>Proofs (*.rwaproof)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than any proof (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a .rwaproof file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofFound</name>
    <message>
        <source>%1 of %2 validators signed the history up to block %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (%2), who is not the issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1, registered after the cluster&apos;s beginning with a role that may submit (%2); not the issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 from “%3”: %4, the same as on the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: accepted by its score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved in block %1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 in block %3, approved by %n other person(s).</source>
        <translation>
            <numerusform>%1 of %2 in block %3, approved by %n other person.</numerusform>
            <numerusform>%1 of %2 in block %3, approved by %n other people.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 at checkpoint %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s).</source>
        <translation>
            <numerusform>%1, %n record.</numerusform>
            <numerusform>%1, %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster “%1”, digest %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %n record(s), in block %1.</source>
        <translation>
            <numerusform>On %n record, in block %1.</numerusform>
            <numerusform>On %n records, in block %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted in block %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Rejected by its score, overridden in block %1 with the words of %n other person(s): “%2”</source>
        <translation>
            <numerusform>Rejected by its score, overridden in block %1 with the words of %n other person: “%2”</numerusform>
            <numerusform>Rejected by its score, overridden in block %1 with the words of %n other people: “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewChanges</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: before %3, after %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>Column: value in the last accepted record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column: value in this record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewChecks</name>
    <message>
        <source>−%1</source>
        <extracomment>Points of a score that were lost; %1 is a number like 0.05</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2. Costs %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Points that a check earned of those that it could: &quot;0.10 of 0.15&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost %2 of %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earned</source>
        <extracomment>Column: points that a check earned</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>Column: points that a check lost</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDecision</name>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>late %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, score %4, from %5, submitted by %6, %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>Column: when the review has to be done</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>Column: category and kind of a record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column: where the data comes from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewReason</name>
    <message>
        <source>The evidence says what the record says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deviation is explained and acceptable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by a second source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing does not matter for its use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is not plausible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence says something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is not credible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required data is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same data is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason, see the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Reported by the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the gateway says. Check a holding&apos;s proof to see it verified here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These providers are asked for data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer becomes records of one form; what cannot be read is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of eight kinds give every record a score from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored records wait here until the ledger has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records in a block that every validator has checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that scored from 0.60 to below 0.80: a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that an asset rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records whose asset has a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <extracomment>Trouble of a stage, shown on its card</extracomment>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <extracomment>Trouble of a stage, shown on its card: records that could not be handed to the ledger</extracomment>
        <translation>
            <numerusform>%n given up</numerusform>
            <numerusform>%n given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>Trouble of a stage, shown on its card: reviews past their service level</extracomment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>A step read aloud: its title, then its state
----------
A stage in one sentence: its name, then counts like &quot;5 waiting, 12 approved&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention: %1.</source>
        <extracomment>Appended to a stage&apos;s sentence when something is wrong there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / min</source>
        <extracomment>A rate on a narrow card: &quot;38 / min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, batch %2, operation %3</source>
        <extracomment>Where an operation stands: block, batch within it, operation within that</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint of block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched as raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits to be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made into a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits to be made into a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be made into a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked and scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: its score is too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered into a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its place in a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final: a majority has sealed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the validators&apos; seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a reviewer to claim it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the reviewer&apos;s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected by a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered on an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for an asset that rests on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused for an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the asset&apos;s token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its first holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds with a digit behind the point, like &quot;0.4 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register an asset with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the words of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by its score, overridden by several people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::console::EmbeddedHost</name>
    <message>
        <source>Training cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is not complete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster runs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApprovalStep</name>
    <message>
        <source>1. Register the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Have the issue approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By another person who may approve issues. Whoever signs reads the terms as the bytes have them; the digest names exactly these bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request as a file; the approver opens it under “Approve a request” and sends a small answer back. Neither the way nor this cluster has to be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the request …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the answer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the approval request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import an approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1, since block %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet whether the registration reached the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registration is on its way to the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign this with your own key. A registered asset stays on the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! For other terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approver&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove approval %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was approved before does not count for a new request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is asked yet. A request, and every approval of it, is good for %1 hours; issue within that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The request was good until %1, and so was every approval of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is good until %1, and so is every approval of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This is a new request with another end. %n earlier approval(s) do not count for it.</source>
        <translation>
            <numerusform>This is a new request with another end. %n earlier approval does not count for it.</numerusform>
            <numerusform>This is a new request with another end. %n earlier approvals do not count for it.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new request has another end; what was approved before does not count for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was good until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApproveView</name>
    <message>
        <source>Approve a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file that the issuer sent. What you read below is made on this computer from the very bytes that you sign; a file that says otherwise is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a request …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve as yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the answer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The request is for the cluster that you are connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! The request is for another cluster than the one you are connected to (genesis %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! You are not connected. Compare the request&apos;s genesis digest with the one that you were given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster does not know asset %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster says that asset %1 is “%2” with the key %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed. Save the answer and send it to the issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Written to %1. Send it to the issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is good for exactly these terms, ordered by this issuer, once, and until its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The request was good until %1. Ask the issuer for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The request would be good until %1, for longer than the %2 hours that a ledger takes. Ask the issuer for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issue can be ordered with it until %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! This cluster knows nobody who has the issuer&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”, who works for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ This is the issuer&apos;s own key. Nobody approves their own issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this computer&apos;s clock it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetStep</name>
    <message>
        <source>Choose from the list or type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel, project or shipment as its records name it. An asset of yours that is registered and has no token yet can be chosen too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people call it, up to 128 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ones with a tick go on the register with the asset. Space ticks and unticks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This asset is on the register as number %1: its records and documents stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable record of this kind waits for an asset. Records arrive by themselves or after a reviewer approved them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ %1 — not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, score %3, %4, %5 old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetsPage</name>
    <message>
        <source>Asking the gateway …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway knows no asset with this key, symbol or id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds anything of it: no token has been issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records are shown to who is signed in. Their ids are public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. You are signed in as %1, who is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. Sign in as one of them to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds this token any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a proof fi&amp;le …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks a .rwaproof file on this computer. Needs no connection; you can also drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proof of the selected holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the proof that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof of a holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no assets yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An asset appears here when an issuer has registered it on accepted or approved records. The issuance wizard leads through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the issuance wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ChartPlot</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions on the axis of a chart; %1 is a number like 1.2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>In a chart, over a short part without readings</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ChartTable</name>
    <message>
        <source>%1: %2</source>
        <extracomment>One value in a row of a table, like &quot;Final: 12,400 per second&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Header of a table&apos;s column</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CheckList</name>
    <message>
        <source>Checks of the record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ClaimCard</name>
    <message>
        <source>%1:%2</source>
        <extracomment>Minutes and seconds that are left, like &quot;14:05&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left of your claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody looks at it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim it to decide: it is yours for 15 minutes, and longer while you work on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1, in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not decide about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claiming …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left. Renewed while you work on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your claim ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent and your draft is kept. Claim the record again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim again (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release (C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Connection</name>
    <message>
        <source>This gateway speaks version %1 of the API; this program speaks v11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a console of the same release as the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s genesis file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another cluster: its genesis digest is not the one you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the digest with whoever runs the cluster before you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CopyField</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DecisionPanel</name>
    <message>
        <source>Approve (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you saw and why you decide so. It stays on the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger will keep:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the ledger will keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of what is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>The digest of what is signed follows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left to take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A reason and its code: &quot;7 – The source is not credible&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Approval: signed and sent in %n s.</source>
        <translation>
            <numerusform>Approval: signed and sent in %n s.</numerusform>
            <numerusform>Approval: signed and sent in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejection: signed and sent in %n s.</source>
        <translation>
            <numerusform>Rejection: signed and sent in %n s.</numerusform>
            <numerusform>Rejection: signed and sent in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed; waiting for the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown – checking. No answer came; the same signed bytes are sent again and the ledger is asked for them. The decision cannot be counted twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of at least %2 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter. You can take it back for 8 seconds; then it is signed and sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DocumentsStep</name>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this template wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here, or add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ %1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::EvidenceView</name>
    <message>
        <source>Text</source>
        <extracomment>Form of raw bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary</source>
        <extracomment>Form of raw bytes: shown in hexadecimal</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of the bytes (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Fetching</source>
        <extracomment>State of raw bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Checking</source>
        <extracomment>State of raw bytes: their SHA-256 is being computed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Matches the ledger</source>
        <extracomment>The bytes have the SHA-256 that the ledger recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Does not match the ledger</source>
        <extracomment>The bytes do not have the SHA-256 that the ledger recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the bytes that the ledger recorded. Do not rely on them; tell whoever runs the evidence store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>There is no SHA-256 to compare with</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not available</source>
        <extracomment>The bytes could not be had</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field %1 in these bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part is shown: %1 characters of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Form and size of raw bytes, like &quot;JSON, 1.2 kB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldModel</name>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the raw bytes</source>
        <extracomment>Column: where a field stands in the raw bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldRow</name>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HeaderBar</name>
    <message>
        <source>EMBEDDED</source>
        <extracomment>The cluster runs inside this program</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REMOTE</source>
        <extracomment>The cluster runs on servers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING</source>
        <extracomment>A cluster to practise on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GENESIS NOT CHECKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave no genesis digest, so nothing tells this cluster from another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) healthy</source>
        <translation>
            <numerusform>%n node healthy</numerusform>
            <numerusform>%n nodes healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) down</source>
        <translation>
            <numerusform>%n node down</numerusform>
            <numerusform>%n nodes down</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs by %1 from the cluster&apos;s; times count by the cluster&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1; next try in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in. Press to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>The connection to the cluster stands; it says nothing about its nodes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryCard</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Time, then what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted by %1, block %2, score %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim of %1 ended at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, block %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the words of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryGuard</name>
    <message>
        <source>The gateway shows a certificate that the cluster&apos;s validators did not seal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, and tell the operators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cluster has two certified histories: what the gateway shows does not go on from what this computer saw certified up to block %1. A majority of the validators&apos; keys signed both, so what was final in one may be missing in the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign nothing and rely on no balance until the operators have explained it. Both certificates are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not show that its history goes on from the one that this computer saw certified up to block %1. It is faulty, or hides that the history was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another node of the cluster. If that cannot show it either, sign nothing and tell the operators.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssuancePage</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An issue is being sent to the ledger. It goes on without the window, and is found here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve a request …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From checked records to a token: choose a template, name the asset, set the terms, have another person approve it, sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New issue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft. What you begin is kept on this computer as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was submitted from this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the asset is on the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: refused by the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! You are signed in as %1, who may not issue. Sign in as an issuer to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Sign in as an issuer to start an issue, or to find your drafts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) could not be read and stay where they are.</source>
        <translation>
            <numerusform>%n draft could not be read and stays where it is.</numerusform>
            <numerusform>%n drafts could not be read and stay where they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · block %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssuanceRun</name>
    <message>
        <source>The asset is registered, but the list of assets does not show it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else issued a token with this symbol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger does not have it yet; it may still be on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again in a few minutes. Nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never reached the ledger, and what was signed has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it over and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssueLine</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ItemPanel</name>
    <message>
        <source>Choose a record of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what changed (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier record of this asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <extracomment>Tab: checks, and how many of them lost points</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>Tab: what a record says differently, and how many fields</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences to the last accepted record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier records of the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no accepted record of this kind for this asset yet: nothing to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the last accepted record, of %1 (block %2, score %3, %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ.</source>
        <translation>
            <numerusform>%n field differs.</numerusform>
            <numerusform>%n fields differ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the record …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::KeyForm</name>
    <message>
        <source>Approver&apos;s key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for the approver&apos;s key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approver&apos;s passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed by the approver; forgotten at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the key …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sealed key in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people of this cluster have their keys in %1, and their passphrase in passphrase.txt beside them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LineageStepView</name>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LiveChart</name>
    <message>
        <source>%1, as a table</source>
        <extracomment>Accessible name of the table beside a chart; %1 is the chart&apos;s title</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a picture or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a picture (PNG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a table (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::MainWindow</name>
    <message>
        <source>Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo data is on its way (%1 of %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave this cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a &amp;proof file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for everything &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 transactions/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final within %1 ms (99 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with a key file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the cluster …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when you start the console again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your drafts is damaged. It was put aside as %1; a new one has begun, and drafts of before are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this cluster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NeedsCard</name>
    <message>
        <source>Review</source>
        <extracomment>Button: opens the review page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the review page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start an issue</source>
        <extracomment>Button: opens the issuance page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see here what waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many wait is being asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record waits for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for review</source>
        <translation>
            <numerusform>%n record waits for review</numerusform>
            <numerusform>%n records wait for review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>records past their service level</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed by you</source>
        <translation>
            <numerusform>%n claimed by you</numerusform>
            <numerusform>%n claimed by you</numerusform>
        </translation>
    </message>
    <message>
        <source>You are up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may issue tokens on registered assets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NodeModel</name>
    <message>
        <source>Nodes of this kind are not added by this reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>CPU or memory of a node against the threshold at which a node is added, like &quot;34 % of 70 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, over %2</source>
        <extracomment>The same above the threshold, like &quot;82 %, over 70 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another node is added when it stays above %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim nodes do not hold the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node does not say its role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node does not report its processor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node does not report its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node&apos;s memory limit is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <extracomment>Memory of a node, like &quot;312 MB of 1 GB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node does not report its height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>How far a node is behind the newest block: not at all</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message>
        <source>The node does not report since when it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One column of a table&apos;s row when read out, like &quot;State: Answers&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>Column of a table: height of the chain on a node</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind</source>
        <extracomment>Column of a table: how many blocks a node lacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Outbox</name>
    <message>
        <source>Nobody is signed in, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in; your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your claim ended before the decision was sent; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim the record again; your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision did not reach the ledger, and no longer can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide again; your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::OverviewPage</name>
    <message>
        <source>%1 /s</source>
        <extracomment>A rate on a chart; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <extracomment>Line of a chart: operations that became final</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Line of a chart: operations that the ledger refused</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to finality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <extracomment>Line of a chart: half of the operations were quicker</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100</source>
        <extracomment>Line of a chart: 99 of 100 operations were quicker</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes that answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the charts, and go on (in a chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crosshair back; with Shift by ten points (in a chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crosshair on (in a chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the crosshair (in a chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chart as a table, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final operations per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to finality, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records waiting for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all operations that became final in the minute before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time shown in the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured with this window attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster and this window share the processors of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier readings could not be had: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the second of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the second before %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no reading yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100 within %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing became final in the minute to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All certified, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified up to %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored 0.60 to 0.79; at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button beside the charts: lets them move again</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PipelineView</name>
    <message>
        <source>The pipeline, from the provider&apos;s answer to the token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PrecheckStep</name>
    <message>
        <source>Ask the ledger again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the ledger …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The ledger has no objection, as of block %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✗ The ledger would refuse it, for %n reason(s).</source>
        <translation>
            <numerusform>✗ The ledger would refuse it, for %n reason.</numerusform>
            <numerusform>✗ The ledger would refuse it, for %n reasons.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1 in step %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueueDelegate</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueuePanel</name>
    <message>
        <source>All %1</source>
        <extracomment>Filter of the review queue; %1 is a count</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine %1</source>
        <extracomment>Filter of the review queue: claimed by me; %1 is a count</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed %1</source>
        <extracomment>Filter of the review queue: claimed by nobody; %1 is a count</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late %1</source>
        <extracomment>Filter of the review queue: past their due time; %1 is a count</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue by asset, source or submitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that wait for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A category and how many of it there are</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>%n new – press N</numerusform>
            <numerusform>%n new – press N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing free: %n record(s) are claimed by others.</source>
        <translation>
            <numerusform>Nothing free: %n record is claimed by others.</numerusform>
            <numerusform>Nothing free: %n records are claimed by others.</numerusform>
        </translation>
    </message>
    <message>
        <source>You hold no claim. Choose a record and press C to claim it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of the queue matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Rail</name>
    <message>
        <source>Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordModel</name>
    <message>
        <source>%1: %2, %3, asset %4 from %5.</source>
        <extracomment>One record read aloud: age, category, kind, asset, source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1, %2; %3; block %4; %5.</source>
        <extracomment>Second half of one record read aloud</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Column: when the ledger took the record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>Column: what the score means</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <extracomment>Column: real, simulated or replayed</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordView</name>
    <message>
        <source>Record id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the record; Enter shows a field in the raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>Tab: the score of a record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <extracomment>Tab: what the provider answered</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <extracomment>Tab: the fields of a record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Heading: a kind of record and the asset that it is about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The score and what it means, like &quot;0.72 For review&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewDesk</name>
    <message>
        <source>You submitted this record, or issue its asset: somebody else has to decide about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding about records needs the role of a reviewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your claim on %1 ended. Your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a record of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger is asked for the claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold the claim already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim the record first (C), so that two people do not decide at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your claim ended. Claim the record again (C); your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision is about to be sent. Take it back with Ctrl+Z to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether your decision arrived is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you approve, open the checks that lost points: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Approve (A) or Reject (R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Write a note of at least %1 characters; %n more.</source>
        <translation>
            <numerusform>Write a note of at least %1 characters; %n more.</numerusform>
            <numerusform>Write a note of at least %1 characters; %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is too long: the ledger keeps %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewFrame</name>
    <message>
        <source>Open the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n records selected</source>
        <translation>
            <numerusform>%n record selected</numerusform>
            <numerusform>%n records selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%1: %2 is sent in %n s. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%1: %2 is sent in %n s. Ctrl+Z takes it back.</numerusform>
            <numerusform>%1: %2 is sent in %n s. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waiting for the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back; nothing was sent. Your draft about %1 is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved: %1, recorded in block %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected: %1, recorded in block %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not decided. %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>Page: records that wait for a person</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next record too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the previous record too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go into the record; unfold a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose to reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the score came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes; again: changed fields only, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes, with the chosen reason&apos;s field marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit the decision; it can be taken back for 8 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are not sent yet. If you quit now, they come back as drafts and are not sent by themselves.</source>
        <translation>
            <numerusform>%n decision is not sent yet. If you quit now, it comes back as a draft and is not sent by itself.</numerusform>
            <numerusform>%n decisions are not sent yet. If you quit now, they come back as drafts and are not sent by themselves.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to see the review queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown to reviewers, and to auditors to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that score 0.60 to 0.79 come here by themselves, the one due first on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select at most %1 records at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected records can be claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold none of the selected records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records claimed.</source>
        <translation>
            <numerusform>%1 of %n selected record claimed.</numerusform>
            <numerusform>%1 of %n selected records claimed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records released.</source>
        <translation>
            <numerusform>%1 of %n selected record released.</numerusform>
            <numerusform>%1 of %n selected records released.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision about %1 had reached the ledger before the window closed: block %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was on its way, and the ledger does not have it: %2. Look at the record again before you decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was waiting: %2. It was not sent by itself. Do you still want it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewStep</name>
    <message>
        <source>What you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of this command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest that was approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your signature covers one batch that holds exactly this command, encoded on this computer, and is valid for two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it and &amp;want to issue exactly this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign and issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ What was approved has ended. Go back to the approval, and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RowModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScorePane</name>
    <message>
        <source>Hatched: points lost. Dotted: what the check could have cost. Accepted from %1 on, for review from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by rule %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps: %1</source>
        <extracomment>Limits of the score that apply, like &quot;X by rule S-C3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that this cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the field in the raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the field %1 in the raw bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScoreWaterfall</name>
    <message>
        <source>Cap %1</source>
        <extracomment>A limit of the score; %1 is its letter, %2 the rule that set it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>The sum of all checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing lost of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 lost of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cap %1, by rule %2, holds the score at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted from %1 on, for review from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are your key: a file sealed with a passphrase on this computer. The cluster sees only your signature, never the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SourceModel</name>
    <message>
        <source>⚠ Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Last call failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <extracomment>State of a source that answers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3 calls, %4 failed, %5 available.</source>
        <extracomment>One source read aloud: name, state, calls, failures</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that may still be made in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <extracomment>Column: how long the last call took</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget left</source>
        <extracomment>Column: calls that may still be made</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Paused by compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Its hour is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StageCard</name>
    <message>
        <source>… %1 waiting</source>
        <extracomment>What waits at a stage now, on a narrow card</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StagePanel</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records at this stage, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sources</source>
        <extracomment>Heading of a table: records at a stage; %1 is the stage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources belong to slim nodes. As soon as one runs, what it asks is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record here matches the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be others at this stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has needed a review yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that score from 0.60 to below 0.80 are listed here and wait for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record has come this far yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records appear here by themselves as sources are asked and answers are scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %n new – press N</source>
        <translation>
            <numerusform>More than %n new – press N</numerusform>
            <numerusform>More than %n new – press N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>%n new – press N</numerusform>
            <numerusform>%n new – press N</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) shown.</source>
        <translation>
            <numerusform>%n new record shown.</numerusform>
            <numerusform>%n new records shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StartPage</name>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-world assets become tokens on a replicated ledger: every record is checked, doubtful ones are decided by people, and everything can be proven afterwards. Where do you want to work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a cluster here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validators, business and slim nodes inside this program, with your data kept on this computer. Nothing else needs to be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster with demo data to try everything on: reviews that wait, assets, tokens and proofs. All of it is SIMULATED and thrown away when you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster that runs on servers. You need its address and its certificate file, and should know its genesis digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Validators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Business nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lim nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep its data between runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data comes from the built-in provider simulator and is marked SIMULATED for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Goes on with %n validator(s) down.</source>
        <translation>
            <numerusform>Goes on with %n validator down.</numerusform>
            <numerusform>Goes on with %n validators down.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters you have used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 hex digits, from whoever runs the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Genesis digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file says which servers to believe; no other certificate is. The genesis digest says which ledger it is: without it, this window shows what it is told and marks the cluster as not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept from last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting a training cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting your cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the window&apos;s connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking which cluster it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the cluster&apos;s address: a name or number, and a port if it is not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file holds no certificate. Ask whoever runs the cluster for its root certificate (a .pem file).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genesis digest has 64 digits from 0 to 9 and a to f.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StatePane</name>
    <message>
        <source>This is not shown to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1. What you see is from then. Trying again at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer since %1. What you see is from then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values are from %1; newer ones are being asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page fills as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SubmittedStep</name>
    <message>
        <source>in block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of your batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start another issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 is issued, and final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The ledger refused %1. Nothing was issued; correct it and sign again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is issued. A certificate makes it final in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet whether %1 reached the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on its way to the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>State of a stage, for whoever listens.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certified up to block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the pre-check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TemplateStep</name>
    <message>
        <source>Records: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TermsStep</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole chosen block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of this template, shown as examples. Breaking one warns and stops nobody; what the ledger demands is asked in the pre-check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of range %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove range %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tokens at this price: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Tile</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>Accessible name of a tile: what it is, the number, and what it means</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::WizardView</name>
    <message>
        <source>What will be issued, to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this draft? What you typed cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save draft and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill with example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only offered because this cluster is SIMULATED.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is kept on this computer as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::WorkflowPage</name>
    <message>
        <source>From a provider&apos;s answer to a token: how much is where, and what waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous stage; Right: next stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a stage or follow a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from a record to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetList</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which an asset was registered</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, name, symbol or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these assets matches. Press Enter to ask the gateway for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the assets shown matches. Press Enter to ask the gateway for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n asset(s)</source>
        <translation>
            <numerusform>%1 of %n asset</numerusform>
            <numerusform>%1 of %n assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetView</name>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>Columns: type and digest of a document</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records it stands on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which a record was submitted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the &amp;record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <extracomment>Column: the part of a balance that is reserved for pending transfers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the balance comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holders of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the &amp;proof of this holding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;more holders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is being asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token has been issued on this asset yet. The issuance wizard does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values are in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each record was scored again on this computer, and its signatures, its way into the certified history and its approval were checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No documents were registered with this asset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::ProofView</name>
    <message>
        <source>Progress of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the proof …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check another &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: number of a link of the proof</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links of the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Digests and bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digests and bytes of this link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Genesis digest that you were given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 hexadecimal digits, from somebody you trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this does not prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the thing outside exists, or that a source told the truth. A proof leads from what sources said to what a holder owns in the ledger; it says nothing about the house, the forest or the parcel itself, and nothing about what happened after its checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it without this program and without a network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no digest yet: it has %1 of 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None given. Without one, the best that can be said is that the file agrees with itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave this digest when you connected; it is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed this digest here. Compare it with whoever runs the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link is selected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
