<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ApiClient</name>
    <message>
        <source>The server&apos;s certificate is not of this cluster.</source>
        <translation>Das Zertifikat des Servers gehört nicht zu diesem Cluster.</translation>
    </message>
    <message>
        <source>Check the address and the certificate file that you were given.</source>
        <translation>Prüfen Sie die Adresse und die Zertifikatsdatei, die Sie erhalten haben.</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>Das Gateway hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy; try again in a moment.</source>
        <translation>Es ist vielleicht ausgelastet; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The gateway closed the connection before it answered.</source>
        <translation>Das Gateway hat die Verbindung geschlossen, bevor es geantwortet hat.</translation>
    </message>
    <message>
        <source>It may be restarting, or want a client certificate that you have not given.</source>
        <translation>Es startet vielleicht neu oder verlangt ein Client-Zertifikat, das Sie nicht angegeben haben.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No gateway answers at this address.</source>
        <translation>Unter dieser Adresse antwortet kein Gateway.</translation>
    </message>
    <message>
        <source>Check the address and that the cluster runs.</source>
        <translation>Prüfen Sie die Adresse und ob der Cluster läuft.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Gateways ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation>Es hat vielleicht eine andere Version als dieses Programm.</translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation>Das Gateway hat mit Status %1 geantwortet.</translation>
    </message>
</context>
<context>
    <name>Assets</name>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Identity %1</source>
        <translation>Identität %1</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Tokenized</source>
        <translation>Tokenisiert</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <source>%1 · accepted</source>
        <translation>%1 · angenommen</translation>
    </message>
    <message>
        <source>%1 · reviewed</source>
        <translation>%1 · geprüft</translation>
    </message>
    <message>
        <source>%1: accepted by its score alone (band ACCEPT, 0.80 and more).</source>
        <translation>%1: allein aufgrund des Scores angenommen (Band ACCEPT, ab 0,80).</translation>
    </message>
    <message>
        <source>%1: a reviewer approved it (band REVIEW, 0.60–0.79).</source>
        <translation>%1: durch einen Prüfer genehmigt (Band REVIEW, 0,60–0,79).</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emittent</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Score</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message numerus="yes">
        <source>Kept by %n node(s)</source>
        <translation>
            <numerusform>Aufbewahrt von %n Knoten</numerusform>
            <numerusform>Aufbewahrt von %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Gesamtmenge</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>None: whole units only</source>
        <translation>Keine: nur ganze Einheiten</translation>
    </message>
    <message>
        <source>Burned</source>
        <translation>Vernichtet</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>None stated</source>
        <translation>Keiner angegeben</translation>
    </message>
    <message>
        <source>%1 %2 a unit</source>
        <translation>%1 %2 pro Einheit</translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation>Sperrfrist</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 from acquisition</source>
        <translation>%1 ab Erwerb</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Serials</source>
        <translation>Seriennummern</translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation>Genehmigt mit Schlüssel</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emittiert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Verified on this computer · checkpoint %1, block %2</source>
        <translation>Auf diesem Computer verifiziert · Checkpoint %1, Block %2</translation>
    </message>
    <message>
        <source>This balance is in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer; its file has the digest %3.</source>
        <translation>Dieser Saldo steht im Zustand von Checkpoint %1, den die Validatoren mit Block %2 signiert haben. Der Nachweis wurde auf diesem Computer geprüft; seine Datei hat den Hashwert %3.</translation>
    </message>
    <message>
        <source>Reported by the gateway · changed since it was verified</source>
        <translation>Vom Gateway gemeldet · seit der Verifizierung geändert</translation>
    </message>
    <message>
        <source>At checkpoint %1 another balance was verified. Check its proof again.</source>
        <translation>Bei Checkpoint %1 wurde ein anderer Saldo verifiziert. Prüfen Sie den Nachweis erneut.</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>no data before %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation>keine Daten vor %1</translation>
    </message>
    <message>
        <source>no data %1–%2</source>
        <extracomment>In a chart, over the part without readings; %1 and %2 are times like 14:02</extracomment>
        <translation>keine Daten %1–%2</translation>
    </message>
    <message>
        <source>no data since %1</source>
        <extracomment>In a chart, over the part without readings; %1 is a time like 14:02</extracomment>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>— (nothing to measure)</source>
        <extracomment>Instead of a value of a chart: there was nothing to measure in that second</extracomment>
        <translation>— (nichts zu messen)</translation>
    </message>
    <message>
        <source>— (no data)</source>
        <extracomment>Instead of a value of a chart: no reading was received</extracomment>
        <translation>— (keine Daten)</translation>
    </message>
    <message>
        <source>No values in the time shown.</source>
        <translation>Keine Werte im gezeigten Zeitraum.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One line of a chart and its newest value, like &quot;Final: 12,400 per second&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>Um %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n gap(s) without data.</source>
        <translation>
            <numerusform>Es gibt %n Lücke ohne Daten.</numerusform>
            <numerusform>Es gibt %n Lücken ohne Daten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmbeddedHost</name>
    <message>
        <source>Opening keys, certificates and data</source>
        <translation>Schlüssel, Zertifikate und Daten werden geöffnet</translation>
    </message>
    <message>
        <source>Starting the provider simulator</source>
        <translation>Der Anbietersimulator wird gestartet</translation>
    </message>
    <message>
        <source>Starting the nodes</source>
        <translation>Die Knoten werden gestartet</translation>
    </message>
    <message>
        <source>Electing a leader</source>
        <translation>Ein Leader wird gewählt</translation>
    </message>
    <message>
        <source>Opening the gateway</source>
        <translation>Das Gateway wird geöffnet</translation>
    </message>
    <message>
        <source>people sign in</source>
        <translation>Personen melden sich an</translation>
    </message>
    <message>
        <source>validators seal</source>
        <translation>Validatoren siegeln</translation>
    </message>
    <message>
        <source>sources are asked</source>
        <translation>Quellen werden abgefragt</translation>
    </message>
    <message>
        <source>a property becomes units</source>
        <translation>eine Liegenschaft wird zu Anteilen</translation>
    </message>
    <message>
        <source>a doubtful price is refused</source>
        <translation>ein zweifelhafter Preis wird abgewiesen</translation>
    </message>
    <message>
        <source>a reviewer decides</source>
        <translation>ein Prüfer entscheidet</translation>
    </message>
    <message>
        <source>a project becomes credits</source>
        <translation>ein Projekt wird zu Gutschriften</translation>
    </message>
    <message>
        <source>a shipment becomes a batch</source>
        <translation>eine Sendung wird zu einer Charge</translation>
    </message>
    <message>
        <source>units are transferred</source>
        <translation>Anteile werden übertragen</translation>
    </message>
    <message>
        <source>proofs are verified</source>
        <translation>Nachweise werden verifiziert</translation>
    </message>
    <message>
        <source>balances are added up</source>
        <translation>Salden werden addiert</translation>
    </message>
    <message>
        <source>more holders arrive</source>
        <translation>weitere Inhaber kommen hinzu</translation>
    </message>
    <message>
        <source>records wait for review</source>
        <translation>Datensätze warten auf die Prüfung</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file could not be read: %1.</source>
        <translation>Die Datei konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Prüfen Sie, ob sie vorhanden ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions; %1 is a number like 1.2</extracomment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <extracomment>Hours and minutes, like &quot;2 h 10 min&quot;</extracomment>
        <translation>%1 %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tg.</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Liegenschaft</translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation>CO₂</translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation>Lieferkette</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Kursbalken</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Kursstellung</translation>
    </message>
    <message>
        <source>Valuation</source>
        <translation>Wertermittlung</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Parzelle</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Eigentumstitel</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Credit block</source>
        <translation>Gutschriftenblock</translation>
    </message>
    <message>
        <source>Retirement</source>
        <translation>Stilllegung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Air quality</source>
        <translation>Luftqualität</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Zur Prüfung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Accepted by score</source>
        <translation>Durch Score angenommen</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>Wartet auf Prüfung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Übersteuert</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>Source verification</source>
        <translation>Quellenverifizierung</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Property in units</source>
        <translation>Liegenschaft in Anteilen</translation>
    </message>
    <message>
        <source>Carbon credits</source>
        <translation>CO₂-Gutschriften</translation>
    </message>
    <message>
        <source>Shipment batch</source>
        <translation>Sendungscharge</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>ECHT</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>REPLAYED</source>
        <translation>WIEDERGEGEBEN</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emittent</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Senior reviewer</source>
        <translation>Leitender Prüfer</translation>
    </message>
    <message>
        <source>Risk officer</source>
        <translation>Risikoverantwortlicher</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Revisor</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Slim node</source>
        <translation>Slim-Knoten</translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation>Finanzverwalter</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>Verwahrer</translation>
    </message>
    <message>
        <source>Validator</source>
        <translation>Validator</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Slim</source>
        <translation>Slim</translation>
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
        <translation>Bescheinigende Stelle</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Aurigraph %1

A final block is covered by signatures of a majority of validators. That is evidence against a validator that signs two histories; it does not make three nodes safe against a majority of stolen keys.</source>
        <translation>Aurigraph %1

Ein finaler Block ist durch Signaturen einer Mehrheit der Validatoren gedeckt. Das ist ein Beweis gegen einen Validator, der zwei Historien signiert; gegen eine Mehrheit gestohlener Schlüssel macht es drei Knoten nicht sicher.</translation>
    </message>
    <message>
        <source>About Aurigraph</source>
        <translation>Über Aurigraph</translation>
    </message>
</context>
<context>
    <name>IssuanceWords</name>
    <message>
        <source>Choose what you want to issue.</source>
        <translation>Wählen Sie, was Sie emittieren möchten.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe ist erforderlich.</translation>
    </message>
    <message>
        <source>This must be one line with something in it.</source>
        <translation>Hier muss genau eine nicht leere Zeile stehen.</translation>
    </message>
    <message>
        <source>This is too long: at most %1 bytes.</source>
        <translation>Das ist zu lang: höchstens %1 Bytes.</translation>
    </message>
    <message>
        <source>This is no number. Write digits, with a point before decimals: 1234.50.</source>
        <translation>Das ist keine Zahl. Schreiben Sie Ziffern, mit einem Punkt vor den Nachkommastellen: 1234.50.</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Only capital letters A to Z, digits and hyphens.</source>
        <translation>Nur Großbuchstaben A bis Z, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>There is a token with the symbol %1 already.</source>
        <translation>Es gibt bereits einen Token mit dem Symbol %1.</translation>
    </message>
    <message>
        <source>A whole number from 0 to %1.</source>
        <translation>Eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>The supply has more decimals than the token, which has %1.</source>
        <translation>Die Gesamtmenge hat mehr Nachkommastellen als der Token, der %1 hat.</translation>
    </message>
    <message>
        <source>The supply must be greater than zero and less than 2 to the power of 96 base units.</source>
        <translation>Die Gesamtmenge muss größer als null und kleiner als 2 hoch 96 Basiseinheiten sein.</translation>
    </message>
    <message>
        <source>A currency needs a price; leave both empty to state none.</source>
        <translation>Zu einer Währung gehört ein Preis; lassen Sie beides leer, um keinen anzugeben.</translation>
    </message>
    <message>
        <source>The price must be greater than zero; leave it empty to state none.</source>
        <translation>Der Preis muss größer als null sein; lassen Sie ihn leer, um keinen anzugeben.</translation>
    </message>
    <message>
        <source>%2 has %1 decimals; the price has more.</source>
        <translation>%2 hat %1 Nachkommastellen; der Preis hat mehr.</translation>
    </message>
    <message>
        <source>Three capital letters, for example USD.</source>
        <translation>Drei Großbuchstaben, zum Beispiel USD.</translation>
    </message>
    <message>
        <source>A price needs its currency.</source>
        <translation>Zu einem Preis gehört seine Währung.</translation>
    </message>
    <message>
        <source>A lock-up cannot be negative.</source>
        <translation>Eine Sperrfrist kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>At most %1 days.</source>
        <translation>Höchstens %1 Tage.</translation>
    </message>
    <message>
        <source>Thousandths of a degree are the finest there is.</source>
        <translation>Feiner als Tausendstelgrad geht es nicht.</translation>
    </message>
    <message>
        <source>This temperature does not exist.</source>
        <translation>Diese Temperatur gibt es nicht.</translation>
    </message>
    <message>
        <source>The highest temperature must be above the lowest.</source>
        <translation>Die höchste Temperatur muss über der tiefsten liegen.</translation>
    </message>
    <message>
        <source>Add the serial numbers that become tokens.</source>
        <translation>Fügen Sie die Seriennummern hinzu, die zu Token werden.</translation>
    </message>
    <message>
        <source>At most %1 ranges.</source>
        <translation>Höchstens %1 Bereiche.</translation>
    </message>
    <message>
        <source>The last number comes before the first.</source>
        <translation>Die letzte Nummer liegt vor der ersten.</translation>
    </message>
    <message>
        <source>These numbers are in the range %1 to %2 already.</source>
        <translation>Diese Nummern liegen bereits im Bereich %1 bis %2.</translation>
    </message>
    <message>
        <source>None of the chosen credit blocks issued these numbers.</source>
        <translation>Keiner der gewählten Gutschriftenblöcke hat diese Nummern ausgegeben.</translation>
    </message>
    <message>
        <source>The serial ranges hold %1 credits, the supply is %2. Each token is one credit.</source>
        <translation>Die Nummernbereiche umfassen %1 Gutschriften, die Gesamtmenge ist %2. Jeder Token ist eine Gutschrift.</translation>
    </message>
    <message>
        <source>A usable record is missing: %1.</source>
        <translation>Ein verwendbarer Datensatz fehlt: %1.</translation>
    </message>
    <message>
        <source>The cluster does not know a chosen record any more.</source>
        <translation>Der Cluster kennt einen gewählten Datensatz nicht mehr.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is not of this template&apos;s kind.</source>
        <translation>Ein gewählter Datensatz (%1) ist nicht von der Art, die diese Vorlage verlangt.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is neither accepted nor approved, or its approval has ended.</source>
        <translation>Ein gewählter Datensatz (%1) ist weder angenommen noch genehmigt, oder seine Genehmigung ist abgelaufen.</translation>
    </message>
    <message>
        <source>A chosen record (%1) is about another asset.</source>
        <translation>Ein gewählter Datensatz (%1) betrifft ein anderes Asset.</translation>
    </message>
    <message>
        <source>A chosen record (%1) speaks for a registered asset already.</source>
        <translation>Ein gewählter Datensatz (%1) steht bereits für ein registriertes Asset.</translation>
    </message>
    <message>
        <source>At most %1 records.</source>
        <translation>Höchstens %1 Datensätze.</translation>
    </message>
    <message>
        <source>An asset with this key is registered already. Choose it from the list to issue on it.</source>
        <translation>Ein Asset mit diesem Schlüssel ist bereits registriert. Wählen Sie es in der Liste, um darauf zu emittieren.</translation>
    </message>
    <message>
        <source>This asset was registered with another template.</source>
        <translation>Dieses Asset wurde mit einer anderen Vorlage registriert.</translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation>Dieses Asset wurde von jemand anderem registriert.</translation>
    </message>
    <message>
        <source>This asset has its token already.</source>
        <translation>Dieses Asset hat seinen Token bereits.</translation>
    </message>
    <message>
        <source>The asset is not on the register yet.</source>
        <translation>Das Asset steht noch nicht im Register.</translation>
    </message>
    <message>
        <source>A document is missing: %1.</source>
        <translation>Ein Dokument fehlt: %1.</translation>
    </message>
    <message>
        <source>At most %1 documents.</source>
        <translation>Höchstens %1 Dokumente.</translation>
    </message>
    <message>
        <source>The file was not read yet.</source>
        <translation>Die Datei wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Die Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>The same file is in the list twice: %1.</source>
        <translation>Dieselbe Datei steht zweimal in der Liste: %1.</translation>
    </message>
    <message>
        <source>Nobody has approved this issue yet.</source>
        <translation>Noch niemand hat diese Emission genehmigt.</translation>
    </message>
    <message>
        <source>You cannot approve your own issue.</source>
        <translation>Sie können Ihre eigene Emission nicht genehmigen.</translation>
    </message>
    <message>
        <source>This approval was given for other terms. Have the issue approved again.</source>
        <translation>Diese Genehmigung wurde für andere Konditionen erteilt. Lassen Sie die Emission erneut genehmigen.</translation>
    </message>
    <message>
        <source>The ledger has not been asked yet.</source>
        <translation>Das Ledger wurde noch nicht befragt.</translation>
    </message>
    <message>
        <source>Something was changed since the ledger was asked. Ask it again.</source>
        <translation>Seit der Befragung des Ledgers wurde etwas geändert. Befragen Sie es erneut.</translation>
    </message>
    <message>
        <source>The record (%1) is %2 days old; this example policy wants at most %3.</source>
        <translation>Der Datensatz (%1) ist %2 Tage alt; diese Beispielrichtlinie verlangt höchstens %3.</translation>
    </message>
    <message>
        <source>All units at this price are %1 %3, more than %4 % of the valuation of %2 %3 that this example policy allows.</source>
        <translation>Alle Anteile zu diesem Preis ergeben %1 %3, mehr als die %4 % der Wertermittlung von %2 %3, die diese Beispielrichtlinie erlaubt.</translation>
    </message>
    <message>
        <source>The file %1 is larger than the %2 MB of this example policy.</source>
        <translation>Die Datei %1 ist größer als die %2 MB dieser Beispielrichtlinie.</translation>
    </message>
    <message>
        <source>Template</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>Asset-Schlüssel</translation>
    </message>
    <message>
        <source>Asset name</source>
        <translation>Asset-Name</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Gesamtmenge</translation>
    </message>
    <message>
        <source>Price of one token</source>
        <translation>Preis eines Tokens</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Lock-up</source>
        <translation>Sperrfrist</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>Seriennummern</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Erste Nummer</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Letzte Nummer</translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation>Tiefste Temperatur</translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation>Höchste Temperatur</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Approval</source>
        <extracomment>Step of the issuance wizard: another person agrees.</extracomment>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Up to 12 capital letters, digits and hyphens; nobody else can use it again.</source>
        <translation>Bis zu 12 Großbuchstaben, Ziffern und Bindestriche; niemand sonst kann es je wieder verwenden.</translation>
    </message>
    <message>
        <source>What holders read, up to 64 bytes.</source>
        <translation>Was die Inhaber lesen, bis zu 64 Bytes.</translation>
    </message>
    <message>
        <source>How far one token can be divided: 0 for whole ones only, 8 at most.</source>
        <translation>Wie weit ein Token teilbar ist: 0 für nur ganze, höchstens 8.</translation>
    </message>
    <message>
        <source>How many tokens are issued, all at once and to your own account.</source>
        <translation>Wie viele Token emittiert werden, alle auf einmal und auf Ihr eigenes Konto.</translation>
    </message>
    <message>
        <source>Whole tonnes of CO₂; each token is one credit with its serial number.</source>
        <translation>Ganze Tonnen CO₂; jeder Token ist eine Gutschrift mit eigener Seriennummer.</translation>
    </message>
    <message>
        <source>What one token is offered for. Empty: no price is stated.</source>
        <translation>Wofür ein Token angeboten wird. Leer: Es wird kein Preis angegeben.</translation>
    </message>
    <message>
        <source>Three letters of ISO 4217, for example USD.</source>
        <translation>Drei Buchstaben nach ISO 4217, zum Beispiel USD.</translation>
    </message>
    <message>
        <source>For how long a holder cannot pass on what they bought. Your own first sale is free of it.</source>
        <translation>Wie lange Inhaber nicht weitergeben können, was sie erworben haben. Ihr eigener Erstverkauf ist davon ausgenommen.</translation>
    </message>
    <message>
        <source>The registry&apos;s own numbers, first and last included, out of the chosen block.</source>
        <translation>Die eigenen Nummern des Registers aus dem gewählten Block, erste und letzte eingeschlossen.</translation>
    </message>
    <message>
        <source>The contract&apos;s lower limit of the shipment.</source>
        <translation>Die vertragliche Untergrenze der Sendung.</translation>
    </message>
    <message>
        <source>The contract&apos;s upper limit of the shipment.</source>
        <translation>Die vertragliche Obergrenze der Sendung.</translation>
    </message>
    <message>
        <source>Title of the property</source>
        <translation>Eigentumstitel der Liegenschaft</translation>
    </message>
    <message>
        <source>Valuation of the property</source>
        <translation>Wertermittlung der Liegenschaft</translation>
    </message>
    <message>
        <source>Registry entry of the carbon project</source>
        <translation>Registereintrag des CO₂-Projekts</translation>
    </message>
    <message>
        <source>Issued block of credits</source>
        <translation>Ausgegebener Block von Gutschriften</translation>
    </message>
    <message>
        <source>Market price of such credits</source>
        <translation>Marktpreis solcher Gutschriften</translation>
    </message>
    <message>
        <source>Event of the shipment</source>
        <translation>Ereignis der Sendung</translation>
    </message>
    <message>
        <source>Sensor readings of the shipment</source>
        <translation>Sensormesswerte der Sendung</translation>
    </message>
    <message>
        <source>The registered deed</source>
        <translation>Die eingetragene Eigentumsurkunde</translation>
    </message>
    <message>
        <source>The appraiser&apos;s report behind the valuation</source>
        <translation>Das Gutachten hinter der Wertermittlung</translation>
    </message>
    <message>
        <source>The search for encumbrances</source>
        <translation>Die Auskunft über Belastungen</translation>
    </message>
    <message>
        <source>The insurance policy</source>
        <translation>Die Versicherungspolice</translation>
    </message>
    <message>
        <source>The project design document</source>
        <translation>Das Projektdokument (Project Design Document)</translation>
    </message>
    <message>
        <source>The verifier&apos;s report</source>
        <translation>Der Bericht der Verifizierungsstelle</translation>
    </message>
    <message>
        <source>The registry&apos;s word that the credits are immobilised</source>
        <translation>Die Bestätigung des Registers, dass die Gutschriften immobilisiert sind</translation>
    </message>
    <message>
        <source>The carrier&apos;s bill of lading</source>
        <translation>Der Frachtbrief des Frachtführers</translation>
    </message>
    <message>
        <source>The qualified person&apos;s release</source>
        <translation>Die Freigabe durch die sachkundige Person</translation>
    </message>
    <message>
        <source>The temperature logger&apos;s calibration</source>
        <translation>Die Kalibrierung des Temperaturloggers</translation>
    </message>
    <message>
        <source>The valuation is not older than %1 days.</source>
        <translation>Die Wertermittlung ist nicht älter als %1 Tage.</translation>
    </message>
    <message>
        <source>All units at their price stay within %1 % of the valuation.</source>
        <translation>Alle Anteile zu ihrem Preis bleiben innerhalb von %1 % der Wertermittlung.</translation>
    </message>
    <message>
        <source>No document is larger than %1 MB.</source>
        <translation>Kein Dokument ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>The block was read from its registry within %1 days.</source>
        <translation>Der Block wurde innerhalb von %1 Tagen aus seinem Register gelesen.</translation>
    </message>
    <message>
        <source>The readings are not older than %1 days.</source>
        <translation>Die Messwerte sind nicht älter als %1 Tage.</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>Eigentumsurkunde</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Wertgutachten</translation>
    </message>
    <message>
        <source>Lien search</source>
        <translation>Lastenauskunft</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Versicherung</translation>
    </message>
    <message>
        <source>Project design</source>
        <translation>Projektdokument</translation>
    </message>
    <message>
        <source>Verification report</source>
        <translation>Verifizierungsbericht</translation>
    </message>
    <message>
        <source>Immobilisation</source>
        <translation>Immobilisierung</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Frachtbrief</translation>
    </message>
    <message>
        <source>Quality release</source>
        <translation>Qualitätsfreigabe</translation>
    </message>
    <message>
        <source>Logger calibration</source>
        <translation>Logger-Kalibrierung</translation>
    </message>
    <message>
        <source>Asset number</source>
        <translation>Asset-Nummer</translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation>Name des Tokens</translation>
    </message>
    <message>
        <source>Lock-up in days</source>
        <translation>Sperrfrist in Tagen</translation>
    </message>
    <message>
        <source>Lock-up in seconds</source>
        <translation>Sperrfrist in Sekunden</translation>
    </message>
    <message>
        <source>Lowest temperature in °C</source>
        <translation>Tiefste Temperatur in °C</translation>
    </message>
    <message>
        <source>Highest temperature in °C</source>
        <translation>Höchste Temperatur in °C</translation>
    </message>
    <message>
        <source>Approved by key</source>
        <translation>Genehmigt mit Schlüssel</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Asset</source>
        <extracomment>Step of the issuance wizard.</extracomment>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Terms</source>
        <extracomment>Step of the issuance wizard: price, supply …</extracomment>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Pre-check</source>
        <extracomment>Step of the issuance wizard: the ledger is asked before anything is signed.</extracomment>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <extracomment>Step of the issuance wizard: reading everything once more and signing.</extracomment>
        <translation>Durchsehen und signieren</translation>
    </message>
    <message>
        <source>Submitted</source>
        <extracomment>Step of the issuance wizard: following what was sent.</extracomment>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>What do you want to issue?</source>
        <translation>Was möchten Sie emittieren?</translation>
    </message>
    <message>
        <source>Which asset stands behind it?</source>
        <translation>Welches Asset steht dahinter?</translation>
    </message>
    <message>
        <source>What are its terms?</source>
        <translation>Welche Konditionen gelten?</translation>
    </message>
    <message>
        <source>Which documents belong to it?</source>
        <translation>Welche Dokumente gehören dazu?</translation>
    </message>
    <message>
        <source>Register the asset, then have the issue approved</source>
        <translation>Asset registrieren, dann die Emission genehmigen lassen</translation>
    </message>
    <message>
        <source>What would the ledger say?</source>
        <translation>Was würde das Ledger sagen?</translation>
    </message>
    <message>
        <source>Read it once more, then sign</source>
        <translation>Noch einmal lesen, dann signieren</translation>
    </message>
    <message>
        <source>Where your issue is</source>
        <translation>Wo Ihre Emission steht</translation>
    </message>
    <message>
        <source>A template says which records, terms and documents an issue of its kind has.</source>
        <translation>Eine Vorlage bestimmt, welche Datensätze, Konditionen und Dokumente eine Emission ihrer Art hat.</translation>
    </message>
    <message>
        <source>An asset is carried by records that the machine accepted or a reviewer approved. Choose its key; the newest usable records are suggested.</source>
        <translation>Ein Asset wird von Datensätzen getragen, die die Maschine angenommen oder ein Prüfer genehmigt hat. Wählen Sie seinen Schlüssel; die neusten verwendbaren Datensätze werden vorgeschlagen.</translation>
    </message>
    <message>
        <source>They are part of the token for ever. The whole supply goes to your own account.</source>
        <translation>Sie gehören für immer zum Token. Die Gesamtmenge geht auf Ihr eigenes Konto.</translation>
    </message>
    <message>
        <source>Files stay with you. Only their SHA-256 goes on the ledger, so that anybody can tell later whether a file is the one that was meant.</source>
        <translation>Die Dateien bleiben bei Ihnen. Nur ihr SHA-256 kommt ins Ledger, damit später alle prüfen können, ob eine Datei die gemeinte ist.</translation>
    </message>
    <message>
        <source>Registering gives the asset its number. Another person then agrees to exactly these terms; changing them afterwards needs a new approval.</source>
        <translation>Mit der Registrierung erhält das Asset seine Nummer. Danach stimmt eine andere Person genau diesen Konditionen zu; spätere Änderungen brauchen eine neue Genehmigung.</translation>
    </message>
    <message>
        <source>The same rules as at the real issue, asked without writing anything.</source>
        <translation>Dieselben Regeln wie bei der echten Emission, ohne dass etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>These lines are made from the bytes that you sign. An issue cannot be taken back.</source>
        <translation>Diese Zeilen sind aus den Bytes erstellt, die Sie signieren. Eine Emission kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>You can leave this page; the issue goes on and is found in the list.</source>
        <translation>Sie können diese Seite verlassen; die Emission läuft weiter und ist in der Liste zu finden.</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>noch nicht erreicht</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>tonnes</source>
        <translation>Tonnen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>°C</translation>
    </message>
    <message>
        <source>A whole property as fractional units. Needs a title and a valuation of the same parcel.</source>
        <translation>Eine ganze Liegenschaft als Anteilseinheiten. Braucht einen Eigentumstitel und eine Wertermittlung derselben Parzelle.</translation>
    </message>
    <message>
        <source>Credits of one project, each unit one tonne with its own serial number.</source>
        <translation>Gutschriften eines Projekts; jede Einheit ist eine Tonne mit eigener Seriennummer.</translation>
    </message>
    <message>
        <source>A shipment that moves and expires as one batch, within limits of temperature.</source>
        <translation>Eine Sendung, die innerhalb von Temperaturgrenzen als eine Charge transportiert wird und verfällt.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Registering</source>
        <translation>Wird registriert</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>Asset registriert</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>Wird emittiert</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Verbucht</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Of you and who approved, one registered another on the ledger in the last 24 hours, or somebody registered two of you. Ask another person, or wait.</source>
        <translation>Von Ihnen und denen, die genehmigt haben, hat in den letzten 24 Stunden einer einen anderen im Ledger registriert, oder jemand hat zwei von Ihnen registriert. Bitten Sie eine andere Person, oder warten Sie.</translation>
    </message>
    <message>
        <source>Nobody who is known to work for another organisation than you has approved this issue. Ask such a person; administrators say on the ledger who works where.</source>
        <translation>Niemand, der bekanntermaßen für eine andere Organisation arbeitet als Sie, hat diese Emission genehmigt. Bitten Sie eine solche Person; wer wo arbeitet, geben Administratoren im Ledger an.</translation>
    </message>
    <message>
        <source>This approval is good for somebody else&apos;s issue. Have your own request approved.</source>
        <translation>Diese Genehmigung gilt für die Emission von jemand anderem. Lassen Sie Ihren eigenen Antrag genehmigen.</translation>
    </message>
    <message>
        <source>This approval is of another request than the newest, with another end. Export the newest request and have that approved.</source>
        <translation>Diese Genehmigung gehört zu einem anderen Antrag als dem neusten, mit einem anderen Ende. Exportieren Sie den neusten Antrag und lassen Sie diesen genehmigen.</translation>
    </message>
    <message>
        <source>The time until which the request was good has passed. Ask again, and have the new request approved.</source>
        <translation>Die Zeit, bis zu der der Antrag galt, ist abgelaufen. Fragen Sie erneut an und lassen Sie den neuen Antrag genehmigen.</translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation>Genehmigungsantrag</translation>
    </message>
    <message>
        <source>Two of the approvals are of the same person, with two keys. Remove one of them; if another is needed, ask another person.</source>
        <translation>Zwei der Genehmigungen sind von derselben Person, mit zwei Schlüsseln. Entfernen Sie eine davon; wird eine weitere gebraucht, bitten Sie eine andere Person.</translation>
    </message>
    <message>
        <source>The approvals had ended when the ledger looked at them. Ask again: a new request has a later end.</source>
        <translation>Die Genehmigungen waren abgelaufen, als das Ledger sie prüfte. Fragen Sie erneut an: Ein neuer Antrag hat ein späteres Ende.</translation>
    </message>
    <message>
        <source>The approvals would be good for longer than the 72 hours that the ledger takes. Ask again: a new request has an end that fits.</source>
        <translation>Die Genehmigungen würden länger gelten als die 72 Stunden, die das Ledger annimmt. Fragen Sie erneut an: Ein neuer Antrag hat ein passendes Ende.</translation>
    </message>
    <message>
        <source>The ledger has used the approvals of this very request already. Ask again: a new request has another end.</source>
        <translation>Das Ledger hat die Genehmigungen genau dieses Antrags bereits verwendet. Fragen Sie erneut an: Ein neuer Antrag hat ein anderes Ende.</translation>
    </message>
    <message>
        <source>Genesis digest of the cluster</source>
        <translation>Genesis-Hashwert des Clusters</translation>
    </message>
    <message>
        <source>Ordered by key</source>
        <translation>In Auftrag gegeben mit Schlüssel</translation>
    </message>
    <message>
        <source>Approvals are good until</source>
        <translation>Genehmigungen gelten bis</translation>
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
        <translation>Dieser Computer konnte Ihren Entwurf nicht sichern: %1.</translation>
    </message>
    <message>
        <source>Check free disk space and permissions; until then nothing is kept when you close the window.</source>
        <translation>Prüfen Sie freien Speicherplatz und Berechtigungen; bis dahin bleibt nichts erhalten, wenn Sie das Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>, </source>
        <extracomment>Between names in a list</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing had to become final in the last minute.</source>
        <translation>In der letzten Minute musste nichts final werden.</translation>
    </message>
    <message>
        <source>Final within %1.</source>
        <translation>Final innerhalb von %1.</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <extracomment>State of a node</extracomment>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <extracomment>State of a node; %1 is a duration like &quot;12 s&quot;</extracomment>
        <translation>Stumm seit %1</translation>
    </message>
    <message>
        <source>Catching up</source>
        <extracomment>State of a node</extracomment>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Answers</source>
        <extracomment>State of a node</extracomment>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>The gateway knows of no node.</source>
        <translation>Das Gateway kennt keinen Knoten.</translation>
    </message>
    <message>
        <source>%1 of %2 validators answer: there is no majority, nothing becomes final.</source>
        <translation>%1 von %2 Validatoren antworten: Es gibt keine Mehrheit, nichts wird final.</translation>
    </message>
    <message>
        <source>There is no leader: nothing is decided until one is elected.</source>
        <translation>Es gibt keinen Leader: Nichts wird entschieden, bis einer gewählt ist.</translation>
    </message>
    <message numerus="yes">
        <source>All %n node(s) answer.</source>
        <translation>
            <numerusform>Der einzige Knoten antwortet.</numerusform>
            <numerusform>Alle %n Knoten antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer.</source>
        <translation>%1 von %2 Knoten antworten.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes answer; missing: %3.</source>
        <translation>%1 von %2 Knoten antworten; es fehlen: %3.</translation>
    </message>
    <message>
        <source>Nobody leads, as far as this gateway knows.</source>
        <translation>Soweit dieses Gateway weiß, führt niemand.</translation>
    </message>
    <message>
        <source>%1 leads in term %2.</source>
        <translation>%1 führt in Amtszeit %2.</translation>
    </message>
    <message>
        <source>Node %1 leads in term %2.</source>
        <translation>Knoten %1 führt in Amtszeit %2.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Holds</source>
        <extracomment>Result of checking a link of a proof</extracomment>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 as of checkpoint %4, under the validators&apos; signatures of block %5. Asset: %6. Data: %7, lowest score %8.</source>
        <translation>%1 hält %2 von %3 per Checkpoint %4, mit den Signaturen der Validatoren unter Block %5. Asset: %6. Daten: %7, niedrigster Score %8.</translation>
    </message>
    <message numerus="yes">
        <source>Valid: all %n link(s) hold, and the cluster is the one you named.</source>
        <translation>
            <numerusform>Gültig: Das %n Glied stimmt, und der Cluster ist der von Ihnen genannte.</numerusform>
            <numerusform>Gültig: Alle %n Glieder stimmen, und der Cluster ist der von Ihnen genannte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Consistent, but of an unknown cluster: this proves nothing to you yet.</source>
        <translation>In sich stimmig, aber von einem unbekannten Cluster: Für Sie beweist das noch nichts.</translation>
    </message>
    <message>
        <source>The file is of the cluster with genesis %1, which you did not name. Anyone can make such a file with keys of their own. Get the digest from somebody you trust and enter it below.</source>
        <translation>Die Datei stammt vom Cluster mit der Genesis %1, den Sie nicht genannt haben. Eine solche Datei kann jeder mit eigenen Schlüsseln erstellen. Lassen Sie sich den Hashwert von jemandem geben, dem Sie vertrauen, und geben Sie ihn unten ein.</translation>
    </message>
    <message>
        <source>Invalid.</source>
        <translation>Ungültig.</translation>
    </message>
    <message>
        <source>Invalid: link %1, “%2”, does not hold.</source>
        <translation>Ungültig: Glied %1, „%2“, stimmt nicht.</translation>
    </message>
    <message>
        <source>Do not rely on this proof. What comes behind that link was not checked.</source>
        <translation>Verlassen Sie sich nicht auf diesen Nachweis. Was nach diesem Glied kommt, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>No proof is open.</source>
        <translation>Kein Nachweis ist geöffnet.</translation>
    </message>
    <message>
        <source>Drop a .rwaproof file here, or choose one. It needs no connection.</source>
        <translation>Ziehen Sie eine .rwaproof-Datei hierher oder wählen Sie eine. Eine Verbindung ist nicht nötig.</translation>
    </message>
    <message>
        <source>Asking the gateway for the proof …</source>
        <translation>Der Nachweis wird beim Gateway angefordert …</translation>
    </message>
    <message>
        <source>It waits until the validators have signed a state with this holding.</source>
        <translation>Es wartet, bis die Validatoren einen Zustand mit diesem Bestand signiert haben.</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Checking every link on this computer …</source>
        <translation>Jedes Glied wird auf diesem Computer geprüft …</translation>
    </message>
    <message>
        <source>Holds: %1</source>
        <translation>Stimmt: %1</translation>
    </message>
    <message>
        <source>Does not hold: %1 (%2)</source>
        <translation>Stimmt nicht: %1 (%2)</translation>
    </message>
    <message>
        <source>Not checked: a link before it does not hold.</source>
        <translation>Nicht geprüft: Ein früheres Glied stimmt nicht.</translation>
    </message>
</context>
<context>
    <name>ProofCheck</name>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>The file is one complete proof, written in the one way in which it can be written: nothing can be hidden in it.</source>
        <translation>Die Datei ist genau ein vollständiger Nachweis, in der einzigen Form, in der er geschrieben werden kann: Darin lässt sich nichts verstecken.</translation>
    </message>
    <message>
        <source>The cluster&apos;s beginning</source>
        <translation>Der Anfang des Clusters</translation>
    </message>
    <message>
        <source>The file carries the cluster&apos;s genesis: who its validators are and by which rules it scores. Its digest is the cluster&apos;s name.</source>
        <translation>Die Datei enthält die Genesis des Clusters: wer seine Validatoren sind und nach welchen Regeln er bewertet. Ihr Hashwert ist der Name des Clusters.</translation>
    </message>
    <message>
        <source>The validators&apos; signatures</source>
        <translation>Die Signaturen der Validatoren</translation>
    </message>
    <message>
        <source>A majority of the validators named in the genesis signed this history and this state.</source>
        <translation>Eine Mehrheit der in der Genesis genannten Validatoren hat diese Historie und diesen Zustand signiert.</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>Asset registriert</translation>
    </message>
    <message>
        <source>The asset was registered on exactly these records.</source>
        <translation>Das Asset wurde auf genau diesen Datensätzen registriert.</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>Token emittiert</translation>
    </message>
    <message>
        <source>The token was issued on that asset, and another person approved exactly these terms.</source>
        <translation>Der Token wurde auf dieses Asset emittiert, und eine andere Person hat genau diese Konditionen genehmigt.</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Account, holder, token and asset are rows of the state that the validators signed, and they name each other.</source>
        <translation>Konto, Inhaber, Token und Asset sind Zeilen des Zustands, den die Validatoren signiert haben, und nennen einander.</translation>
    </message>
    <message>
        <source>Record %1 submitted</source>
        <translation>Datensatz %1 eingereicht</translation>
    </message>
    <message>
        <source>The record was submitted: its author&apos;s signature leads to a batch, the batch to a block, the block to the signed history.</source>
        <translation>Der Datensatz wurde eingereicht: Die Signatur seines Urhebers führt zu einem Stapel, der Stapel zu einem Block, der Block zur signierten Historie.</translation>
    </message>
    <message>
        <source>Who brought record %1</source>
        <translation>Wer Datensatz %1 gebracht hat</translation>
    </message>
    <message>
        <source>Whoever submitted the record is not the asset&apos;s issuer: nobody vouches for their own asset.</source>
        <translation>Wer den Datensatz eingereicht hat, ist nicht der Emittent des Assets: Niemand bürgt für das eigene Asset.</translation>
    </message>
    <message>
        <source>Record %1 scored</source>
        <translation>Datensatz %1 bewertet</translation>
    </message>
    <message>
        <source>Scored again on this computer from the record, the context that the validators signed and the rule set, it has the same score.</source>
        <translation>Auf diesem Computer aus dem Datensatz, dem von den Validatoren signierten Kontext und dem Regelwerk erneut bewertet, hat er denselben Score.</translation>
    </message>
    <message>
        <source>Record %1 reviewed</source>
        <translation>Datensatz %1 geprüft</translation>
    </message>
    <message>
        <source>A record of 0.60–0.79 was approved by somebody else before it was used; others need no review.</source>
        <translation>Ein Datensatz von 0,60–0,79 wurde vor der Verwendung von jemand anderem genehmigt; andere brauchen keine Prüfung.</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 der Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>The record was rejected by its score, under a cap that people may override. A senior reviewer did, with the words of others, before it was used; none of them brought the record or issued the token.</source>
        <translation>Der Datensatz wurde aufgrund seines Scores abgelehnt, unter einer Obergrenze, über die sich Personen hinwegsetzen dürfen. Ein leitender Prüfer tat es vor der Verwendung mit der Zustimmung anderer; keiner von ihnen hat den Datensatz eingereicht oder den Token emittiert.</translation>
    </message>
</context>
<context>
    <name>ProofDetails</name>
    <message>
        <source>%1, level %2</source>
        <translation>%1, Ebene %2</translation>
    </message>
    <message>
        <source>Genesis digest</source>
        <translation>Genesis-Hashwert</translation>
    </message>
    <message>
        <source>Digest of the validators&apos; set</source>
        <translation>Hashwert der Validatorenmenge</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Root of the history</source>
        <translation>Wurzel der Historie</translation>
    </message>
    <message>
        <source>Root of the state</source>
        <translation>Wurzel des Zustands</translation>
    </message>
    <message>
        <source>Digest that was signed</source>
        <translation>Signierter Hashwert</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signatur von %1</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>Ohne Signatur</translation>
    </message>
    <message>
        <source>Author&apos;s key</source>
        <translation>Schlüssel des Urhebers</translation>
    </message>
    <message>
        <source>Author&apos;s signature</source>
        <translation>Signatur des Urhebers</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Root of the batch</source>
        <translation>Wurzel des Stapels</translation>
    </message>
    <message>
        <source>Operation in the batch</source>
        <translation>Operation im Stapel</translation>
    </message>
    <message>
        <source>Way to the root of the batch</source>
        <translation>Pfad zur Wurzel des Stapels</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Block hash</source>
        <translation>Block-Hash</translation>
    </message>
    <message>
        <source>Root of the block&apos;s batches</source>
        <translation>Wurzel der Stapel des Blocks</translation>
    </message>
    <message>
        <source>Way to the root of the block</source>
        <translation>Pfad zur Wurzel des Blocks</translation>
    </message>
    <message>
        <source>Root of the block&apos;s results</source>
        <translation>Wurzel der Ergebnisse des Blocks</translation>
    </message>
    <message>
        <source>Way to the root of the history</source>
        <translation>Pfad zur Wurzel der Historie</translation>
    </message>
    <message>
        <source>Signed bytes</source>
        <translation>Signierte Bytes</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Digest of the source&apos;s answer</source>
        <translation>Hashwert der Antwort der Quelle</translation>
    </message>
    <message>
        <source>Score, millionths</source>
        <translation>Score, Millionstel</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Version of what is believed of the source</source>
        <translation>Stand dessen, was der Quelle geglaubt wird</translation>
    </message>
    <message>
        <source>Context of the score</source>
        <translation>Kontext des Scores</translation>
    </message>
    <message>
        <source>Event of the admission</source>
        <translation>Ereignis der Aufnahme</translation>
    </message>
    <message>
        <source>%1: row</source>
        <translation>%1: Zeile</translation>
    </message>
    <message>
        <source>%1: salt</source>
        <translation>%1: Salt</translation>
    </message>
    <message>
        <source>%1: way to the root of the table</source>
        <translation>%1: Pfad zur Wurzel der Tabelle</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Root of the block&apos;s events</source>
        <translation>Wurzel der Ereignisse des Blocks</translation>
    </message>
    <message>
        <source>Event of the override</source>
        <translation>Ereignis der Ausnahme</translation>
    </message>
    <message>
        <source>Way to the root of the events</source>
        <translation>Weg zur Wurzel der Ereignisse</translation>
    </message>
</context>
<context>
    <name>ProofFile</name>
    <message>
        <source>Proofs (*.rwaproof)</source>
        <translation>Nachweise (*.rwaproof)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation>Nachweisdatei prüfen</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>Nachweis speichern</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Prüfen Sie, ob sie vorhanden ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file is larger than any proof (%1).</source>
        <translation>Die Datei ist größer als jeder Nachweis (%1).</translation>
    </message>
    <message>
        <source>Check that it is a .rwaproof file.</source>
        <translation>Prüfen Sie, ob es eine .rwaproof-Datei ist.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
</context>
<context>
    <name>ProofFound</name>
    <message>
        <source>%1 of %2 validators signed the history up to block %3.</source>
        <translation>%1 von %2 Validatoren haben die Historie bis Block %3 signiert.</translation>
    </message>
    <message>
        <source>“%1” (%2), who is not the issuer.</source>
        <translation>„%1“ (%2), nicht der Emittent.</translation>
    </message>
    <message>
        <source>Key %1, registered after the cluster&apos;s beginning with a role that may submit (%2); not the issuer.</source>
        <translation>Schlüssel %1, nach dem Beginn des Clusters mit einer Rolle registriert, die einreichen darf (%2); nicht der Emittent.</translation>
    </message>
    <message>
        <source>%1 · %2 from “%3”: %4, the same as on the ledger.</source>
        <translation>%1 · %2 von „%3“: %4, wie im Ledger.</translation>
    </message>
    <message>
        <source>Not needed: accepted by its score.</source>
        <translation>Nicht nötig: aufgrund des Scores angenommen.</translation>
    </message>
    <message>
        <source>Approved in block %1: “%2”</source>
        <translation>Genehmigt in Block %1: „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 in block %3, approved by %n other person(s).</source>
        <translation>
            <numerusform>%1 von %2 in Block %3, genehmigt von %n anderen Person.</numerusform>
            <numerusform>%1 von %2 in Block %3, genehmigt von %n anderen Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds %2 of %3 at checkpoint %4.</source>
        <translation>%1 hält %2 von %3 bei Checkpoint %4.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s).</source>
        <translation>
            <numerusform>%1, %n Datensatz.</numerusform>
            <numerusform>%1, %n Datensätze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cluster “%1”, digest %2.</source>
        <translation>Cluster „%1“, Hashwert %2.</translation>
    </message>
    <message numerus="yes">
        <source>On %n record(s), in block %1.</source>
        <translation>
            <numerusform>Auf %n Datensatz, in Block %1.</numerusform>
            <numerusform>Auf %n Datensätzen, in Block %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted in block %1.</source>
        <translation>Eingereicht in Block %1.</translation>
    </message>
    <message numerus="yes">
        <source>Rejected by its score, overridden in block %1 with the words of %n other person(s): “%2”</source>
        <translation>
            <numerusform>Aufgrund des Scores abgelehnt, in Block %1 mit Zustimmung von %n anderen Person als Ausnahme zugelassen: „%2“</numerusform>
            <numerusform>Aufgrund des Scores abgelehnt, in Block %1 mit Zustimmung von %n anderen Personen als Ausnahme zugelassen: „%2“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewChanges</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 %2: before %3, after %4</source>
        <translation>%1 %2: vorher %3, nachher %4</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>Column: value in the last accepted record</extracomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column: value in this record</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Verbucht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
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
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>Holds in part</source>
        <translation>Stimmt teilweise</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>found nothing</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>gefunden %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>%1. %2. Costs %3</source>
        <translation>%1. %2. Kostet %3</translation>
    </message>
    <message>
        <source>Rule %1 · %2</source>
        <translation>Regel %1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Points that a check earned of those that it could: &quot;0.10 of 0.15&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 – opened</source>
        <translation>%1 – geöffnet</translation>
    </message>
    <message>
        <source>%1 – open it</source>
        <translation>%1 – öffnen</translation>
    </message>
    <message>
        <source>%1 lost %2 of %3. %4</source>
        <translation>%1 verlor %2 von %3. %4</translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation>Geöffnet.</translation>
    </message>
    <message>
        <source>Not opened yet.</source>
        <translation>Noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Earned</source>
        <extracomment>Column: points that a check earned</extracomment>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>Column: points that a check lost</extracomment>
        <translation>Verloren</translation>
    </message>
</context>
<context>
    <name>ReviewDecision</name>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>late %1</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>yours until %1</source>
        <translation>bei Ihnen bis %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, score %4, from %5, submitted by %6, %7</source>
        <translation>%1, %2, %3, Score %4, von %5, eingereicht von %6, %7</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>claimed: %1</source>
        <translation>übernommen: %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>Column: when the review has to be done</extracomment>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>Column: category and kind of a record</extracomment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column: where the data comes from</extracomment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Eingereicht von</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>Übernommen von</translation>
    </message>
</context>
<context>
    <name>ReviewReason</name>
    <message>
        <source>The evidence says what the record says</source>
        <translation>Die Belege sagen dasselbe wie der Datensatz</translation>
    </message>
    <message>
        <source>The deviation is explained and acceptable</source>
        <translation>Die Abweichung ist erklärt und vertretbar</translation>
    </message>
    <message>
        <source>Confirmed by a second source</source>
        <translation>Durch eine zweite Quelle bestätigt</translation>
    </message>
    <message>
        <source>What is missing does not matter for its use</source>
        <translation>Was fehlt, ist für die Verwendung unerheblich</translation>
    </message>
    <message>
        <source>The value is not plausible</source>
        <translation>Der Wert ist nicht plausibel</translation>
    </message>
    <message>
        <source>The evidence says something else</source>
        <translation>Die Belege sagen etwas anderes</translation>
    </message>
    <message>
        <source>The source is not credible</source>
        <translation>Die Quelle ist nicht glaubwürdig</translation>
    </message>
    <message>
        <source>Required data is missing</source>
        <translation>Erforderliche Daten fehlen</translation>
    </message>
    <message>
        <source>The data is out of date</source>
        <translation>Die Daten sind veraltet</translation>
    </message>
    <message>
        <source>The same data is there already</source>
        <translation>Dieselben Daten sind bereits vorhanden</translation>
    </message>
    <message>
        <source>It belongs to another asset</source>
        <translation>Er gehört zu einem anderen Asset</translation>
    </message>
    <message>
        <source>Another reason, see the note</source>
        <translation>Anderer Grund, siehe Notiz</translation>
    </message>
    <message>
        <source>Reason %1</source>
        <translation>Grund %1</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Reported by the gateway</source>
        <translation>Vom Gateway gemeldet</translation>
    </message>
    <message>
        <source>Verified on this computer</source>
        <translation>Auf diesem Computer verifiziert</translation>
    </message>
    <message>
        <source>This is what the gateway says. Check a holding&apos;s proof to see it verified here.</source>
        <translation>Das sagt das Gateway. Prüfen Sie den Nachweis eines Bestands, um ihn hier verifiziert zu sehen.</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>Fetch</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>These providers are asked for data.</source>
        <translation>Diese Anbieter werden nach Daten gefragt.</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umwandlung</translation>
    </message>
    <message>
        <source>Every answer becomes records of one form; what cannot be read is refused.</source>
        <translation>Jede Antwort wird zu Datensätzen einer einheitlichen Form; was nicht lesbar ist, wird abgewiesen.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Checks of eight kinds give every record a score from 0 to 1.</source>
        <translation>Kontrollen von acht Arten geben jedem Datensatz einen Score von 0 bis 1.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Scored records wait here until the ledger has them.</source>
        <translation>Bewertete Datensätze warten hier, bis das Ledger sie hat.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>Records in a block that every validator has checked.</source>
        <translation>Datensätze in einem Block, den jeder Validator geprüft hat.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Records that scored from 0.60 to below 0.80: a person decides.</source>
        <translation>Datensätze mit einem Score ab 0,60 und unter 0,80: Ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Records that an asset rests on.</source>
        <translation>Datensätze, auf denen ein Asset beruht.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Records whose asset has a token.</source>
        <translation>Datensätze, deren Asset einen Token hat.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 Antworten</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>%1 from the cache</source>
        <translation>%1 aus dem Cache</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Zur Prüfung</translation>
    </message>
    <message>
        <source>%1 for review</source>
        <translation>%1 zur Prüfung</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation>%1 angewendet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 abgelaufen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>%1 given up</source>
        <translation>%1 aufgegeben</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>%1 operations</source>
        <translation>%1 Operationen</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>%1 registered</source>
        <translation>%1 registriert</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emittiert</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>%1 emittiert</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <extracomment>Trouble of a stage, shown on its card</extracomment>
        <translation>
            <numerusform>%n gestört</numerusform>
            <numerusform>%n gestört</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <extracomment>Trouble of a stage, shown on its card: records that could not be handed to the ledger</extracomment>
        <translation>
            <numerusform>%n aufgegeben</numerusform>
            <numerusform>%n aufgegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>Trouble of a stage, shown on its card: reviews past their service level</extracomment>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
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
        <translation>, </translation>
    </message>
    <message>
        <source>Attention: %1.</source>
        <extracomment>Appended to a stage&apos;s sentence when something is wrong there</extracomment>
        <translation>Achtung: %1.</translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>%1 / min</source>
        <extracomment>A rate on a narrow card: &quot;38 / min&quot;</extracomment>
        <translation>%1 / min</translation>
    </message>
    <message>
        <source>%1, batch %2, operation %3</source>
        <extracomment>Where an operation stands: block, batch within it, operation within that</extracomment>
        <translation>%1, Stapel %2, Operation %3</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation>Hashwert (SHA-256)</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Copies of the evidence</source>
        <translation>Kopien der Belege</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Certificate of block</source>
        <translation>Zertifikat von Block</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>Besiegelt von</translation>
    </message>
    <message>
        <source>Checkpoint of block</source>
        <translation>Checkpoint von Block</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>Asset-Schlüssel</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Gesamtmenge</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Fetched as raw bytes</source>
        <translation>Als Rohdaten abgerufen</translation>
    </message>
    <message>
        <source>Waits to be fetched</source>
        <translation>Wartet auf den Abruf</translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation>Konnte nicht abgerufen werden</translation>
    </message>
    <message>
        <source>Made into a record</source>
        <translation>In einen Datensatz umgewandelt</translation>
    </message>
    <message>
        <source>Waits to be made into a record</source>
        <translation>Wartet auf die Umwandlung in einen Datensatz</translation>
    </message>
    <message>
        <source>Could not be made into a record</source>
        <translation>Konnte nicht in einen Datensatz umgewandelt werden</translation>
    </message>
    <message>
        <source>Checked and scored</source>
        <translation>Kontrolliert und bewertet</translation>
    </message>
    <message>
        <source>Waits for its score</source>
        <translation>Wartet auf seinen Score</translation>
    </message>
    <message>
        <source>Refused: its score is too low</source>
        <translation>Abgewiesen: Der Score ist zu niedrig</translation>
    </message>
    <message>
        <source>Ordered into a block</source>
        <translation>In einen Block eingereiht</translation>
    </message>
    <message>
        <source>Waits for its place in a block</source>
        <translation>Wartet auf seinen Platz in einem Block</translation>
    </message>
    <message>
        <source>Refused by the ledger</source>
        <translation>Vom Ledger abgewiesen</translation>
    </message>
    <message>
        <source>Final: a majority has sealed it</source>
        <translation>Final: von einer Mehrheit besiegelt</translation>
    </message>
    <message>
        <source>Waits for the validators&apos; seals</source>
        <translation>Wartet auf die Siegel der Validatoren</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Nicht besiegelt</translation>
    </message>
    <message>
        <source>Claimed by a reviewer</source>
        <translation>Von einem Prüfer übernommen</translation>
    </message>
    <message>
        <source>Waits for a reviewer to claim it</source>
        <translation>Wartet auf die Übernahme durch einen Prüfer</translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Decided by a reviewer</source>
        <translation>Von einem Prüfer entschieden</translation>
    </message>
    <message>
        <source>Waits for the reviewer&apos;s decision</source>
        <translation>Wartet auf den Entscheid des Prüfers</translation>
    </message>
    <message>
        <source>Rejected by a reviewer</source>
        <translation>Von einem Prüfer abgelehnt</translation>
    </message>
    <message>
        <source>Registered on an asset</source>
        <translation>Auf ein Asset registriert</translation>
    </message>
    <message>
        <source>Waits for an asset that rests on it</source>
        <translation>Wartet auf ein Asset, das auf ihm beruht</translation>
    </message>
    <message>
        <source>Refused for an asset</source>
        <translation>Für ein Asset abgewiesen</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>Token emittiert</translation>
    </message>
    <message>
        <source>Waits for the asset&apos;s token</source>
        <translation>Wartet auf den Token des Assets</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Token abgewiesen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Waits for its first holder</source>
        <translation>Wartet auf den ersten Inhaber</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Nicht gehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a step of a record&apos;s lineage</extracomment>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>Von %1.</translation>
    </message>
    <message>
        <source>less than %1 s</source>
        <translation>weniger als %1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds with a digit behind the point, like &quot;0.4 s&quot;</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 after the step before</source>
        <translation>%1 nach dem vorigen Schritt</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>In der Prüfung öffnen</translation>
    </message>
    <message>
        <source>Register an asset with it</source>
        <translation>Asset damit registrieren</translation>
    </message>
    <message>
        <source>Issue the token</source>
        <translation>Token emittieren</translation>
    </message>
    <message>
        <source>With the words of</source>
        <translation>Mit Zustimmung von</translation>
    </message>
    <message>
        <source>Refused by its score, overridden by several people</source>
        <translation>Aufgrund des Scores abgelehnt, von mehreren Personen als Ausnahme zugelassen</translation>
    </message>
</context>
<context>
    <name>aurigraph::console::EmbeddedHost</name>
    <message>
        <source>Training cluster</source>
        <translation>Trainingscluster</translation>
    </message>
    <message>
        <source>Cluster on this computer</source>
        <translation>Cluster auf diesem Computer</translation>
    </message>
    <message>
        <source>The demo data is complete.</source>
        <translation>Die Demodaten sind vollständig.</translation>
    </message>
    <message>
        <source>The demo data is not complete: %1</source>
        <translation>Die Demodaten sind nicht vollständig: %1</translation>
    </message>
    <message>
        <source>No cluster runs here.</source>
        <translation>Hier läuft kein Cluster.</translation>
    </message>
    <message>
        <source>Start one first.</source>
        <translation>Starten Sie zuerst einen.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApprovalStep</name>
    <message>
        <source>1. Register the asset</source>
        <translation>1. Asset registrieren</translation>
    </message>
    <message>
        <source>Sign and register</source>
        <translation>Signieren und registrieren</translation>
    </message>
    <message>
        <source>2. Have the issue approved</source>
        <translation>2. Emission genehmigen lassen</translation>
    </message>
    <message>
        <source>By another person who may approve issues. Whoever signs reads the terms as the bytes have them; the digest names exactly these bytes.</source>
        <translation>Durch eine andere Person, die Emissionen genehmigen darf. Wer signiert, liest die Konditionen so, wie sie in den Bytes stehen; der Hashwert bezeichnet genau diese Bytes.</translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation>Zu genehmigender Hashwert</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation>Mit diesem Schlüssel genehmigen</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>Auf einem anderen Computer</translation>
    </message>
    <message>
        <source>Send the request as a file; the approver opens it under “Approve a request” and sends a small answer back. Neither the way nor this cluster has to be trusted.</source>
        <translation>Senden Sie den Antrag als Datei; die genehmigende Person öffnet sie unter „Antrag genehmigen“ und schickt eine kleine Antwort zurück. Weder dem Weg noch diesem Cluster muss dabei vertraut werden.</translation>
    </message>
    <message>
        <source>Export the request …</source>
        <translation>Antrag exportieren …</translation>
    </message>
    <message>
        <source>Import the answer …</source>
        <translation>Antwort importieren …</translation>
    </message>
    <message>
        <source>Export the approval request</source>
        <translation>Genehmigungsantrag exportieren</translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation>Genehmigungsanträge (*.approval-request)</translation>
    </message>
    <message>
        <source>Import an approval</source>
        <translation>Genehmigung importieren</translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation>Genehmigungen (*.approval)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Registering …</source>
        <translation>Wird registriert …</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>Nachfragen, was daraus wurde</translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1.</source>
        <translation>✓ Das Asset steht als Nummer %1 im Register.</translation>
    </message>
    <message>
        <source>✓ The asset is on the register as number %1, since block %2.</source>
        <translation>✓ Das Asset steht als Nummer %1 im Register, seit Block %2.</translation>
    </message>
    <message>
        <source>It is not known yet whether the registration reached the ledger.</source>
        <translation>Es ist noch nicht bekannt, ob die Registrierung das Ledger erreicht hat.</translation>
    </message>
    <message>
        <source>The registration is on its way to the ledger.</source>
        <translation>Die Registrierung ist unterwegs zum Ledger.</translation>
    </message>
    <message>
        <source>You sign this with your own key. A registered asset stays on the register.</source>
        <translation>Sie signieren dies mit Ihrem eigenen Schlüssel. Ein registriertes Asset bleibt im Register.</translation>
    </message>
    <message>
        <source>✓ Approved</source>
        <translation>✓ Genehmigt</translation>
    </message>
    <message>
        <source>! For other terms</source>
        <translation>! Für andere Konditionen</translation>
    </message>
    <message>
        <source>Approver&apos;s key</source>
        <translation>Schlüssel der genehmigenden Person</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove approval %1</source>
        <translation>Genehmigung %1 entfernen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut anfragen</translation>
    </message>
    <message>
        <source>What was approved before does not count for a new request.</source>
        <translation>Was zuvor genehmigt wurde, zählt für einen neuen Antrag nicht.</translation>
    </message>
    <message>
        <source>Nobody is asked yet. A request, and every approval of it, is good for %1 hours; issue within that time.</source>
        <translation>Noch niemand ist angefragt. Ein Antrag gilt %1 Stunden, ebenso jede Genehmigung dazu; emittieren Sie innerhalb dieser Zeit.</translation>
    </message>
    <message>
        <source>✗ The request was good until %1, and so was every approval of it.</source>
        <translation>✗ Der Antrag galt bis %1, ebenso jede Genehmigung dazu.</translation>
    </message>
    <message>
        <source>The request is good until %1, and so is every approval of it.</source>
        <translation>Der Antrag gilt bis %1, ebenso jede Genehmigung dazu.</translation>
    </message>
    <message numerus="yes">
        <source>This is a new request with another end. %n earlier approval(s) do not count for it.</source>
        <translation>
            <numerusform>Dies ist ein neuer Antrag mit einem anderen Ende. %n frühere Genehmigung zählt dafür nicht.</numerusform>
            <numerusform>Dies ist ein neuer Antrag mit einem anderen Ende. %n frühere Genehmigungen zählen dafür nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new request has another end; what was approved before does not count for it.</source>
        <translation>Ein neuer Antrag hat ein anderes Ende; was zuvor genehmigt wurde, zählt dafür nicht.</translation>
    </message>
    <message>
        <source>✗ Ended</source>
        <translation>✗ Abgelaufen</translation>
    </message>
    <message>
        <source>was good until %1</source>
        <translation>galt bis %1</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation>gilt bis %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ApproveView</name>
    <message>
        <source>Approve a request</source>
        <translation>Antrag genehmigen</translation>
    </message>
    <message>
        <source>Open the file that the issuer sent. What you read below is made on this computer from the very bytes that you sign; a file that says otherwise is not opened.</source>
        <translation>Öffnen Sie die Datei, die der Emittent gesendet hat. Was Sie unten lesen, wird auf diesem Computer aus genau den Bytes erstellt, die Sie signieren; eine Datei, die etwas anderes sagt, wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open a request …</source>
        <translation>Antrag öffnen …</translation>
    </message>
    <message>
        <source>The issue</source>
        <translation>Die Emission</translation>
    </message>
    <message>
        <source>Your approval</source>
        <translation>Ihre Genehmigung</translation>
    </message>
    <message>
        <source>Digest to approve</source>
        <translation>Zu genehmigender Hashwert</translation>
    </message>
    <message>
        <source>Approve as yourself</source>
        <translation>Selbst genehmigen</translation>
    </message>
    <message>
        <source>Approve with this key</source>
        <translation>Mit diesem Schlüssel genehmigen</translation>
    </message>
    <message>
        <source>Save the answer …</source>
        <translation>Antwort speichern …</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Zurück zur Liste</translation>
    </message>
    <message>
        <source>Approval request</source>
        <translation>Genehmigungsantrag</translation>
    </message>
    <message>
        <source>Approval requests (*.approval-request)</source>
        <translation>Genehmigungsanträge (*.approval-request)</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Antwort speichern</translation>
    </message>
    <message>
        <source>Approvals (*.approval)</source>
        <translation>Genehmigungen (*.approval)</translation>
    </message>
    <message>
        <source>Approve as %1</source>
        <translation>Als %1 genehmigen</translation>
    </message>
    <message>
        <source>✓ The request is for the cluster that you are connected to.</source>
        <translation>✓ Der Antrag ist für den Cluster, mit dem Sie verbunden sind.</translation>
    </message>
    <message>
        <source>! The request is for another cluster than the one you are connected to (genesis %1).</source>
        <translation>! Der Antrag ist für einen anderen Cluster als den, mit dem Sie verbunden sind (Genesis %1).</translation>
    </message>
    <message>
        <source>! You are not connected. Compare the request&apos;s genesis digest with the one that you were given: %1</source>
        <translation>! Sie sind nicht verbunden. Vergleichen Sie den Genesis-Hashwert des Antrags mit dem, den Sie erhalten haben: %1</translation>
    </message>
    <message>
        <source>This cluster does not know asset %1.</source>
        <translation>Dieser Cluster kennt Asset %1 nicht.</translation>
    </message>
    <message>
        <source>This cluster says that asset %1 is “%2” with the key %3.</source>
        <translation>Dieser Cluster sagt, dass Asset %1 „%2“ mit dem Schlüssel %3 ist.</translation>
    </message>
    <message>
        <source>✓ Signed. Save the answer and send it to the issuer.</source>
        <translation>✓ Signiert. Speichern Sie die Antwort und senden Sie sie dem Emittenten.</translation>
    </message>
    <message>
        <source>✓ Written to %1. Send it to the issuer.</source>
        <translation>✓ Geschrieben nach %1. Senden Sie die Datei dem Emittenten.</translation>
    </message>
    <message>
        <source>It is good for exactly these terms, ordered by this issuer, once, and until its end.</source>
        <translation>Sie gilt für genau diese Konditionen, im Auftrag dieses Emittenten, einmal und bis zu ihrem Ende.</translation>
    </message>
    <message>
        <source>✗ The request was good until %1. Ask the issuer for a new one.</source>
        <translation>✗ Der Antrag galt bis %1. Bitten Sie den Emittenten um einen neuen.</translation>
    </message>
    <message>
        <source>✗ The request would be good until %1, for longer than the %2 hours that a ledger takes. Ask the issuer for a new one.</source>
        <translation>✗ Der Antrag würde bis %1 gelten, länger als die %2 Stunden, die ein Ledger annimmt. Bitten Sie den Emittenten um einen neuen.</translation>
    </message>
    <message>
        <source>The issue can be ordered with it until %1, %2.</source>
        <translation>Die Emission kann damit bis %1 in Auftrag gegeben werden, %2.</translation>
    </message>
    <message>
        <source>! This cluster knows nobody who has the issuer&apos;s key.</source>
        <translation>! Dieser Cluster kennt niemanden mit dem Schlüssel des Emittenten.</translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”.</source>
        <translation>Dieser Cluster sagt, dass der Schlüssel des Emittenten „%1“ gehört.</translation>
    </message>
    <message>
        <source>This cluster says that the issuer&apos;s key is of “%1”, who works for “%2”.</source>
        <translation>Dieser Cluster sagt, dass der Schlüssel des Emittenten „%1“ gehört, tätig für „%2“.</translation>
    </message>
    <message>
        <source>✗ This is the issuer&apos;s own key. Nobody approves their own issue.</source>
        <translation>✗ Dies ist der eigene Schlüssel des Emittenten. Niemand genehmigt die eigene Emission.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock it is %1.</source>
        <translation>Nach der Uhr dieses Computers ist es %1.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetStep</name>
    <message>
        <source>Choose from the list or type</source>
        <translation>Aus der Liste wählen oder eingeben</translation>
    </message>
    <message>
        <source>Parcel, project or shipment as its records name it. An asset of yours that is registered and has no token yet can be chosen too.</source>
        <translation>Parzelle, Projekt oder Sendung, wie die Datensätze sie nennen. Auch ein registriertes eigenes Asset, das noch keinen Token hat, kann gewählt werden.</translation>
    </message>
    <message>
        <source>What people call it, up to 128 bytes.</source>
        <translation>Wie man es nennt, bis zu 128 Bytes.</translation>
    </message>
    <message>
        <source>The ones with a tick go on the register with the asset. Space ticks and unticks.</source>
        <translation>Die mit Häkchen kommen mit dem Asset ins Register. Die Leertaste setzt und entfernt Häkchen.</translation>
    </message>
    <message>
        <source>Usable records</source>
        <translation>Verwendbare Datensätze</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Asset key</source>
        <translation>Asset-Schlüssel</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>This asset is on the register as number %1: its records and documents stand.</source>
        <translation>Dieses Asset steht als Nummer %1 im Register: Seine Datensätze und Dokumente stehen fest.</translation>
    </message>
    <message>
        <source>No usable record of this kind waits for an asset. Records arrive by themselves or after a reviewer approved them.</source>
        <translation>Kein verwendbarer Datensatz dieser Art wartet auf ein Asset. Datensätze treffen von selbst ein oder nachdem ein Prüfer sie genehmigt hat.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>○ %1 — not chosen yet</source>
        <translation>○ %1 — noch nicht gewählt</translation>
    </message>
    <message>
        <source>%1 of %2, score %3, %4, %5 old</source>
        <translation>%1 von %2, Score %3, %4, %5 alt</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::AssetsPage</name>
    <message>
        <source>Asking the gateway …</source>
        <translation>Das Gateway wird befragt …</translation>
    </message>
    <message>
        <source>The gateway knows no asset with this key, symbol or id.</source>
        <translation>Das Gateway kennt kein Asset mit diesem Schlüssel, Symbol oder dieser ID.</translation>
    </message>
    <message>
        <source>Nobody holds anything of it: no token has been issued.</source>
        <translation>Niemand hält etwas davon: Es wurde kein Token emittiert.</translation>
    </message>
    <message>
        <source>Records are shown to who is signed in. Their ids are public.</source>
        <translation>Datensätze werden nur angemeldeten Personen gezeigt. Ihre IDs sind öffentlich.</translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. You are signed in as %1, who is neither.</source>
        <translation>Wer wie viel hält, sehen der Emittent des Tokens und Revisoren; Inhaber sehen jeweils ihren eigenen Bestand. Sie sind als %1 angemeldet und damit keines von beiden.</translation>
    </message>
    <message>
        <source>Who holds how much is shown to the token&apos;s issuer and to auditors, and each holder sees their own. Sign in as one of them to see it.</source>
        <translation>Wer wie viel hält, sehen der Emittent des Tokens und Revisoren; Inhaber sehen jeweils ihren eigenen Bestand. Melden Sie sich entsprechend an, um es zu sehen.</translation>
    </message>
    <message>
        <source>Nobody holds this token any more.</source>
        <translation>Niemand hält diesen Token mehr.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Check a proof fi&amp;le …</source>
        <translation>Nachweisda&amp;tei prüfen …</translation>
    </message>
    <message>
        <source>Checks a .rwaproof file on this computer. Needs no connection; you can also drop it here.</source>
        <translation>Prüft eine .rwaproof-Datei auf diesem Computer. Braucht keine Verbindung; Sie können die Datei auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Find an asset</source>
        <translation>Asset suchen</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Auswahl öffnen</translation>
    </message>
    <message>
        <source>Check the proof of the selected holding</source>
        <translation>Nachweis des gewählten Bestands prüfen</translation>
    </message>
    <message>
        <source>Check a proof file</source>
        <translation>Nachweisdatei prüfen</translation>
    </message>
    <message>
        <source>Save the proof that is shown</source>
        <translation>Gezeigten Nachweis speichern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Proof of a holding</source>
        <translation>Nachweis eines Bestands</translation>
    </message>
    <message>
        <source>There are no assets yet.</source>
        <translation>Es gibt noch keine Assets.</translation>
    </message>
    <message>
        <source>An asset appears here when an issuer has registered it on accepted or approved records. The issuance wizard leads through it.</source>
        <translation>Ein Asset erscheint hier, sobald ein Emittent es auf angenommenen oder genehmigten Datensätzen registriert hat. Der Emissionsassistent führt hindurch.</translation>
    </message>
    <message>
        <source>Open the issuance wizard</source>
        <translation>Emissionsassistenten öffnen</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ChartPlot</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions on the axis of a chart; %1 is a number like 1.2</extracomment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>In a chart, over a short part without readings</extracomment>
        <translation>keine Daten</translation>
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
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CheckList</name>
    <message>
        <source>Checks of the record</source>
        <translation>Kontrollen des Datensatzes</translation>
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
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Time left of your claim</source>
        <translation>Verbleibende Zeit Ihrer Übernahme</translation>
    </message>
    <message>
        <source>Nobody looks at it yet</source>
        <translation>Noch hat ihn niemand übernommen</translation>
    </message>
    <message>
        <source>Claim it to decide: it is yours for 15 minutes, and longer while you work on it.</source>
        <translation>Übernehmen Sie ihn, um zu entscheiden: Er bleibt 15 Minuten bei Ihnen, und länger, solange Sie daran arbeiten.</translation>
    </message>
    <message>
        <source>Claimed by %1</source>
        <translation>Übernommen von %1</translation>
    </message>
    <message>
        <source>Until %1, in %2.</source>
        <translation>Bis %1, noch %2.</translation>
    </message>
    <message>
        <source>You may not decide about it</source>
        <translation>Sie dürfen darüber nicht entscheiden</translation>
    </message>
    <message>
        <source>Claiming …</source>
        <translation>Wird übernommen …</translation>
    </message>
    <message>
        <source>Yours until %1</source>
        <translation>Bei Ihnen bis %1</translation>
    </message>
    <message>
        <source>%1 left. Renewed while you work on it.</source>
        <translation>Noch %1. Wird erneuert, solange Sie daran arbeiten.</translation>
    </message>
    <message>
        <source>Your claim ended</source>
        <translation>Ihre Übernahme ist abgelaufen</translation>
    </message>
    <message>
        <source>Nothing was sent and your draft is kept. Claim the record again to go on.</source>
        <translation>Nichts wurde gesendet und Ihr Entwurf bleibt erhalten. Übernehmen Sie den Datensatz erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>Claim again (C)</source>
        <translation>Erneut übernehmen (C)</translation>
    </message>
    <message>
        <source>Claim (C)</source>
        <translation>Übernehmen (C)</translation>
    </message>
    <message>
        <source>Release (C)</source>
        <translation>Zurückgeben (C)</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Connection</name>
    <message>
        <source>This gateway speaks version %1 of the API; this program speaks v11.</source>
        <translation>Dieses Gateway spricht Version %1 der API; dieses Programm spricht v11.</translation>
    </message>
    <message>
        <source>Use a console of the same release as the cluster.</source>
        <translation>Verwenden Sie eine Konsole derselben Version wie der Cluster.</translation>
    </message>
    <message>
        <source>The gateway&apos;s genesis file cannot be read.</source>
        <translation>Die Genesis-Datei des Gateways ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This is another cluster: its genesis digest is not the one you gave.</source>
        <translation>Das ist ein anderer Cluster: Sein Genesis-Hashwert ist nicht der von Ihnen angegebene.</translation>
    </message>
    <message>
        <source>Compare the digest with whoever runs the cluster before you change it.</source>
        <translation>Vergleichen Sie den Hashwert mit dem Betreiber des Clusters, bevor Sie ihn ändern.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Gateways ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation>Es hat vielleicht eine andere Version als dieses Programm.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CopyField</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DecisionPanel</name>
    <message>
        <source>Approve (A)</source>
        <translation>Genehmigen (A)</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>Ablehnen (R)</translation>
    </message>
    <message>
        <source>What you saw and why you decide so. It stays on the ledger.</source>
        <translation>Was Sie gesehen haben und warum Sie so entscheiden. Es bleibt im Ledger.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>The ledger will keep:</source>
        <translation>Das Ledger behält:</translation>
    </message>
    <message>
        <source>What the ledger will keep</source>
        <translation>Was das Ledger behält</translation>
    </message>
    <message>
        <source>SHA-256 of what is signed</source>
        <translation>SHA-256 der signierten Daten</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>The digest of what is signed follows</extracomment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Time left to take the decision back</source>
        <translation>Verbleibende Zeit, um den Entscheid zurückzunehmen</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A reason and its code: &quot;7 – The source is not credible&quot;</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Approval: signed and sent in %n s.</source>
        <translation>
            <numerusform>Genehmigung: wird in %n s signiert und gesendet.</numerusform>
            <numerusform>Genehmigung: wird in %n s signiert und gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejection: signed and sent in %n s.</source>
        <translation>
            <numerusform>Ablehnung: wird in %n s signiert und gesendet.</numerusform>
            <numerusform>Ablehnung: wird in %n s signiert und gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed; waiting for the ledger.</source>
        <translation>Signiert; wartet auf das Ledger.</translation>
    </message>
    <message>
        <source>Unknown – checking. No answer came; the same signed bytes are sent again and the ledger is asked for them. The decision cannot be counted twice.</source>
        <translation>Unbekannt – wird geklärt. Es kam keine Antwort; dieselben signierten Bytes werden erneut gesendet und das Ledger wird danach gefragt. Der Entscheid kann nicht doppelt zählen.</translation>
    </message>
    <message>
        <source>%1 of at least %2 characters</source>
        <translation>%1 von mindestens %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Bytes</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>Genehmigen und signieren</translation>
    </message>
    <message>
        <source>Reject and sign</source>
        <translation>Ablehnen und signieren</translation>
    </message>
    <message>
        <source>Decide and sign</source>
        <translation>Entscheiden und signieren</translation>
    </message>
    <message>
        <source>Ctrl+Enter. You can take it back for 8 seconds; then it is signed and sent.</source>
        <translation>Strg+Enter. Sie können den Entscheid 8 Sekunden lang zurücknehmen; danach wird er signiert und gesendet.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::DocumentsStep</name>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>What this template wants</source>
        <translation>Was diese Vorlage verlangt</translation>
    </message>
    <message>
        <source>Your documents</source>
        <translation>Ihre Dokumente</translation>
    </message>
    <message>
        <source>Drop files here, or add them.</source>
        <translation>Ziehen Sie Dateien hierher oder fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>No document yet.</source>
        <translation>Noch kein Dokument.</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation>Dokumente des Assets</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation>Die Datei %1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>Anderes Dokument</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
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
        <translation>○ %1 (optional)</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::EvidenceView</name>
    <message>
        <source>Text</source>
        <extracomment>Form of raw bytes</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Binary</source>
        <extracomment>Form of raw bytes: shown in hexadecimal</extracomment>
        <translation>Binär</translation>
    </message>
    <message>
        <source>Digest of the bytes (SHA-256)</source>
        <translation>Hashwert der Bytes (SHA-256)</translation>
    </message>
    <message>
        <source>Raw bytes as text</source>
        <translation>Rohdaten als Text</translation>
    </message>
    <message>
        <source>… Fetching</source>
        <extracomment>State of raw bytes</extracomment>
        <translation>… Wird abgerufen</translation>
    </message>
    <message>
        <source>… Checking</source>
        <extracomment>State of raw bytes: their SHA-256 is being computed</extracomment>
        <translation>… Wird geprüft</translation>
    </message>
    <message>
        <source>✓ Matches the ledger</source>
        <extracomment>The bytes have the SHA-256 that the ledger recorded</extracomment>
        <translation>✓ Stimmt mit dem Ledger überein</translation>
    </message>
    <message>
        <source>✕ Does not match the ledger</source>
        <extracomment>The bytes do not have the SHA-256 that the ledger recorded</extracomment>
        <translation>✕ Stimmt nicht mit dem Ledger überein</translation>
    </message>
    <message>
        <source>These are not the bytes that the ledger recorded. Do not rely on them; tell whoever runs the evidence store.</source>
        <translation>Das sind nicht die Bytes, die das Ledger verbucht hat. Verlassen Sie sich nicht darauf; melden Sie es dem Betreiber des Belegspeichers.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>There is no SHA-256 to compare with</extracomment>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>! Not available</source>
        <extracomment>The bytes could not be had</extracomment>
        <translation>! Nicht verfügbar</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>There is no field %1 in these bytes.</source>
        <translation>In diesen Bytes gibt es kein Feld %1.</translation>
    </message>
    <message>
        <source>Only a part is shown: %1 characters of %2.</source>
        <translation>Nur ein Teil wird gezeigt: %1 von %2 Zeichen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Form and size of raw bytes, like &quot;JSON, 1.2 kB&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldModel</name>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Place in the raw bytes</source>
        <extracomment>Column: where a field stands in the raw bytes</extracomment>
        <translation>Stelle in den Rohdaten</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::FieldRow</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HeaderBar</name>
    <message>
        <source>EMBEDDED</source>
        <extracomment>The cluster runs inside this program</extracomment>
        <translation>EINGEBETTET</translation>
    </message>
    <message>
        <source>REMOTE</source>
        <extracomment>The cluster runs on servers</extracomment>
        <translation>REMOTE</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <extracomment>A cluster to practise on</extracomment>
        <translation>TRAINING</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>GENESIS NOT CHECKED</source>
        <translation>GENESIS NICHT GEPRÜFT</translation>
    </message>
    <message>
        <source>You gave no genesis digest, so nothing tells this cluster from another one.</source>
        <translation>Sie haben keinen Genesis-Hashwert angegeben; nichts unterscheidet also diesen Cluster von einem anderen.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) healthy</source>
        <translation>
            <numerusform>%n Knoten intakt</numerusform>
            <numerusform>%n Knoten intakt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) down</source>
        <translation>
            <numerusform>%n Knoten ausgefallen</numerusform>
            <numerusform>%n Knoten ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs by %1 from the cluster&apos;s; times count by the cluster&apos;s.</source>
        <translation>Die Uhr dieses Computers weicht um %1 von der des Clusters ab; für Zeiten gilt die des Clusters.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation>Keine Antwort seit %1.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>No connection since %1; next try in %2.</source>
        <translation>Keine Verbindung seit %1; nächster Versuch in %2.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Nobody is signed in. Press to sign in.</source>
        <translation>Niemand ist angemeldet. Drücken, um sich anzumelden.</translation>
    </message>
    <message>
        <source>Signed in as %1: %2</source>
        <translation>Angemeldet als %1: %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>The connection to the cluster stands; it says nothing about its nodes</extracomment>
        <translation>Verbunden</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryCard</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Time, then what happened</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Submitted by %1, block %2, score %3.</source>
        <translation>Eingereicht von %1, Block %2, Score %3.</translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation>Übernommen von %1 bis %2.</translation>
    </message>
    <message>
        <source>A claim of %1 ended at %2.</source>
        <translation>Eine Übernahme von %1 endete um %2.</translation>
    </message>
    <message>
        <source>%1 by %2, block %3.</source>
        <translation>%1 von %2, Block %3.</translation>
    </message>
    <message>
        <source>Reason %1: %2</source>
        <translation>Grund %1: %2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Usable until %1.</source>
        <translation>Verwendbar bis %1.</translation>
    </message>
    <message>
        <source>With the words of %1.</source>
        <translation>Mit Zustimmung von %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HistoryGuard</name>
    <message>
        <source>The gateway shows a certificate that the cluster&apos;s validators did not seal.</source>
        <translation>Das Gateway zeigt ein Zertifikat, das die Validatoren des Clusters nicht gesiegelt haben.</translation>
    </message>
    <message>
        <source>Check the address, and tell the operators.</source>
        <translation>Prüfen Sie die Adresse und benachrichtigen Sie die Betreiber.</translation>
    </message>
    <message>
        <source>This cluster has two certified histories: what the gateway shows does not go on from what this computer saw certified up to block %1. A majority of the validators&apos; keys signed both, so what was final in one may be missing in the other.</source>
        <translation>Dieser Cluster hat zwei zertifizierte Historien: Was das Gateway zeigt, setzt nicht fort, was dieser Computer bis Block %1 zertifiziert gesehen hat. Eine Mehrheit der Validator-Schlüssel hat beide signiert; was in der einen endgültig war, kann in der anderen fehlen.</translation>
    </message>
    <message>
        <source>Sign nothing and rely on no balance until the operators have explained it. Both certificates are kept on this computer.</source>
        <translation>Signieren Sie nichts und verlassen Sie sich auf keinen Bestand, bis die Betreiber es erklärt haben. Beide Zertifikate werden auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>The gateway does not show that its history goes on from the one that this computer saw certified up to block %1. It is faulty, or hides that the history was replaced.</source>
        <translation>Das Gateway zeigt nicht, dass seine Historie die fortsetzt, die dieser Computer bis Block %1 zertifiziert gesehen hat. Es ist fehlerhaft, oder es verbirgt, dass die Historie ersetzt wurde.</translation>
    </message>
    <message>
        <source>Connect to another node of the cluster. If that cannot show it either, sign nothing and tell the operators.</source>
        <translation>Verbinden Sie sich mit einem anderen Knoten des Clusters. Kann auch der es nicht zeigen, signieren Sie nichts und benachrichtigen Sie die Betreiber.</translation>
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
        <translation>Noch ohne Namen</translation>
    </message>
    <message>
        <source>Issuance</source>
        <translation>Emission</translation>
    </message>
    <message>
        <source>Next step of the wizard</source>
        <translation>Nächster Schritt des Assistenten</translation>
    </message>
    <message>
        <source>An issue is being sent to the ledger. It goes on without the window, and is found here again.</source>
        <translation>Eine Emission wird an das Ledger gesendet. Sie läuft auch ohne das Fenster weiter und ist hier wieder zu finden.</translation>
    </message>
    <message>
        <source>Approve a request …</source>
        <translation>Antrag genehmigen …</translation>
    </message>
    <message>
        <source>From checked records to a token: choose a template, name the asset, set the terms, have another person approve it, sign.</source>
        <translation>Von geprüften Datensätzen zum Token: Vorlage wählen, Asset benennen, Konditionen festlegen, von einer anderen Person genehmigen lassen, signieren.</translation>
    </message>
    <message>
        <source>Start a new issue</source>
        <translation>Neue Emission beginnen</translation>
    </message>
    <message>
        <source>New issue: %1</source>
        <translation>Neue Emission: %1</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>No draft. What you begin is kept on this computer as you type.</source>
        <translation>Kein Entwurf. Was Sie beginnen, bleibt beim Tippen auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Nothing was submitted from this computer yet.</source>
        <translation>Von diesem Computer wurde noch nichts eingereicht.</translation>
    </message>
    <message>
        <source>%1: the asset is on the register.</source>
        <translation>%1: Das Asset steht im Register.</translation>
    </message>
    <message>
        <source>%1: issued.</source>
        <translation>%1: emittiert.</translation>
    </message>
    <message>
        <source>%1: final.</source>
        <translation>%1: final.</translation>
    </message>
    <message>
        <source>%1: refused by the ledger.</source>
        <translation>%1: vom Ledger abgewiesen.</translation>
    </message>
    <message>
        <source>! You are signed in as %1, who may not issue. Sign in as an issuer to go on.</source>
        <translation>! Sie sind als %1 angemeldet und dürfen damit nicht emittieren. Melden Sie sich als Emittent an, um fortzufahren.</translation>
    </message>
    <message>
        <source>! Sign in as an issuer to start an issue, or to find your drafts again.</source>
        <translation>! Melden Sie sich als Emittent an, um eine Emission zu beginnen oder Ihre Entwürfe wiederzufinden.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) could not be read and stay where they are.</source>
        <translation>
            <numerusform>%n Entwurf konnte nicht gelesen werden und bleibt, wo er ist.</numerusform>
            <numerusform>%n Entwürfe konnten nicht gelesen werden und bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>Noch keine Vorlage</translation>
    </message>
    <message>
        <source>%1 · at step %2</source>
        <translation>%1 · bei Schritt %2</translation>
    </message>
    <message>
        <source>%1 · block %2</source>
        <translation>%1 · Block %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>Der Entwurf ist verworfen.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssuanceRun</name>
    <message>
        <source>The asset is registered, but the list of assets does not show it yet.</source>
        <translation>Das Asset ist registriert, aber die Liste der Assets zeigt es noch nicht.</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>Fragen Sie gleich noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody else registered this asset.</source>
        <translation>Dieses Asset wurde von jemand anderem registriert.</translation>
    </message>
    <message>
        <source>Somebody else issued a token with this symbol.</source>
        <translation>Jemand anderes hat einen Token mit diesem Symbol emittiert.</translation>
    </message>
    <message>
        <source>The ledger does not have it yet; it may still be on its way.</source>
        <translation>Das Ledger hat es noch nicht; es ist vielleicht noch unterwegs.</translation>
    </message>
    <message>
        <source>Ask again in a few minutes. Nothing is sent twice.</source>
        <translation>Fragen Sie in ein paar Minuten noch einmal nach. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>It never reached the ledger, and what was signed has expired.</source>
        <translation>Es hat das Ledger nie erreicht, und was signiert wurde, ist abgelaufen.</translation>
    </message>
    <message>
        <source>Look it over and send it again.</source>
        <translation>Sehen Sie es noch einmal durch und senden Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::IssueLine</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ItemPanel</name>
    <message>
        <source>Choose a record of the queue.</source>
        <translation>Wählen Sie einen Datensatz der Warteschlange.</translation>
    </message>
    <message>
        <source>Record id</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message>
        <source>Only what changed (D)</source>
        <translation>Nur Geändertes (D)</translation>
    </message>
    <message>
        <source>There is no earlier record of this asset.</source>
        <translation>Es gibt keinen früheren Datensatz dieses Assets.</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>Teile des Datensatzes</translation>
    </message>
    <message>
        <source>Checks</source>
        <extracomment>Tab: checks, and how many of them lost points</extracomment>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>Tab: what a record says differently, and how many fields</extracomment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Eingereicht von</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Differences to the last accepted record</source>
        <translation>Unterschiede zum letzten angenommenen Datensatz</translation>
    </message>
    <message>
        <source>Earlier records of the asset</source>
        <translation>Frühere Datensätze des Assets</translation>
    </message>
    <message>
        <source>Without an asset</source>
        <translation>Ohne Asset</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>Kontrollen (%1)</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>Änderungen (%1)</translation>
    </message>
    <message>
        <source>There is no accepted record of this kind for this asset yet: nothing to compare it with.</source>
        <translation>Für dieses Asset gibt es noch keinen angenommenen Datensatz dieser Art: nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>Compared with the last accepted record, of %1 (block %2, score %3, %4).</source>
        <translation>Verglichen mit dem letzten angenommenen Datensatz, vom %1 (Block %2, Score %3, %4).</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>Kein Feld weicht ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ.</source>
        <translation>
            <numerusform>%n Feld weicht ab.</numerusform>
            <numerusform>%n Felder weichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the record …</source>
        <translation>Der Datensatz wird geladen …</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::KeyForm</name>
    <message>
        <source>Approver&apos;s key file</source>
        <translation>Schlüsseldatei der genehmigenden Person</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for the approver&apos;s key file</source>
        <translation>Schlüsseldatei der genehmigenden Person suchen</translation>
    </message>
    <message>
        <source>Approver&apos;s passphrase</source>
        <translation>Passphrase der genehmigenden Person</translation>
    </message>
    <message>
        <source>Typed by the approver; forgotten at once.</source>
        <translation>Von der genehmigenden Person eingegeben; sofort vergessen.</translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation>Versiegelte Schlüssel (*.agkey)</translation>
    </message>
    <message>
        <source>Opening the key …</source>
        <translation>Der Schlüssel wird geöffnet …</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>There is no sealed key in this file.</source>
        <translation>In dieser Datei ist kein versiegelter Schlüssel.</translation>
    </message>
    <message>
        <source>The people of this cluster have their keys in %1, and their passphrase in passphrase.txt beside them.</source>
        <translation>Die Personen dieses Clusters haben ihre Schlüssel in %1 und ihre Passphrase daneben in passphrase.txt.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LineageStepView</name>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::LiveChart</name>
    <message>
        <source>%1, as a table</source>
        <extracomment>Accessible name of the table beside a chart; %1 is the chart&apos;s title</extracomment>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Als Tabelle zeigen (Strg+T)</translation>
    </message>
    <message>
        <source>Show as a table: %1</source>
        <translation>Als Tabelle zeigen: %1</translation>
    </message>
    <message>
        <source>Save as a picture or a table</source>
        <translation>Als Bild oder Tabelle speichern</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Speichern: %1</translation>
    </message>
    <message>
        <source>Save as a picture (PNG) …</source>
        <translation>Als Bild speichern (PNG) …</translation>
    </message>
    <message>
        <source>Save as a table (CSV) …</source>
        <translation>Als Tabelle speichern (CSV) …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>paused since %1</source>
        <translation>angehalten seit %1</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>Um %1: %2.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
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
        <translation>Demodaten treffen ein (%1 von %2): %3</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Leave this cluster</source>
        <translation>Cluster &amp;verlassen</translation>
    </message>
    <message>
        <source>Verify a &amp;proof file …</source>
        <translation>&amp;Nachweisdatei prüfen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Ask for everything &amp;again</source>
        <translation>Alles neu ab&amp;fragen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation>&amp;Tasten dieser Seite</translation>
    </message>
    <message>
        <source>&amp;About Aurigraph</source>
        <translation>Ü&amp;ber Aurigraph</translation>
    </message>
    <message>
        <source>%1 – Aurigraph</source>
        <translation>%1 – Aurigraph</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>%1 transactions/s</source>
        <translation>%1 Transaktionen/s</translation>
    </message>
    <message>
        <source>final within %1 ms (99 %)</source>
        <translation>final innerhalb von %1 ms (99 %)</translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation>Als %1 handeln</translation>
    </message>
    <message>
        <source>Sign in with a key file …</source>
        <translation>Mit Schlüsseldatei anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stopping the cluster …</source>
        <translation>Der Cluster wird gestoppt …</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Beenden?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when you start the console again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start der Konsole.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>The file with your drafts is damaged. It was put aside as %1; a new one has begun, and drafts of before are not shown.</source>
        <translation>Die Datei mit Ihren Entwürfen ist beschädigt. Sie wurde als %1 beiseitegelegt; eine neue ist begonnen, und frühere Entwürfe werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Leave this cluster?</source>
        <translation>Diesen Cluster verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NeedsCard</name>
    <message>
        <source>Review</source>
        <extracomment>Button: opens the review page</extracomment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open the review page</source>
        <translation>Prüfungsseite öffnen</translation>
    </message>
    <message>
        <source>Start an issue</source>
        <extracomment>Button: opens the issuance page</extracomment>
        <translation>Emission beginnen</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Sign in to see here what waits for you.</source>
        <translation>Melden Sie sich an, um hier zu sehen, was auf Sie wartet.</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>How many wait is being asked for.</source>
        <translation>Die Anzahl der Wartenden wird abgefragt.</translation>
    </message>
    <message>
        <source>No record waits for review</source>
        <translation>Kein Datensatz wartet auf Prüfung</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for review</source>
        <translation>
            <numerusform>%n Datensatz wartet auf Prüfung</numerusform>
            <numerusform>%n Datensätze warten auf Prüfung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>records past their service level</comment>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed by you</source>
        <translation>
            <numerusform>%n von Ihnen übernommen</numerusform>
            <numerusform>%n von Ihnen übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>You are up to date.</source>
        <translation>Sie sind auf dem neusten Stand.</translation>
    </message>
    <message>
        <source>None is late.</source>
        <translation>Keiner ist überfällig.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>You may issue tokens on registered assets.</source>
        <translation>Sie dürfen Token auf registrierte Assets emittieren.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::NodeModel</name>
    <message>
        <source>Nodes of this kind are not added by this reading.</source>
        <translation>Knoten dieser Art werden nicht aufgrund dieses Messwerts hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>CPU or memory of a node against the threshold at which a node is added, like &quot;34 % of 70 %&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, over %2</source>
        <extracomment>The same above the threshold, like &quot;82 %, over 70 %&quot;</extracomment>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>Another node is added when it stays above %1.</source>
        <translation>Ein weiterer Knoten wird hinzugefügt, wenn der Wert über %1 bleibt.</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Follower</source>
        <translation>Follower</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Learner</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Slim nodes do not hold the chain.</source>
        <translation>Slim-Knoten führen die Kette nicht.</translation>
    </message>
    <message>
        <source>The node does not say its role.</source>
        <translation>Der Knoten nennt seine Rolle nicht.</translation>
    </message>
    <message>
        <source>The node does not report its processor time.</source>
        <translation>Der Knoten meldet seine Prozessorzeit nicht.</translation>
    </message>
    <message>
        <source>The node does not report its memory.</source>
        <translation>Der Knoten meldet seinen Speicherbedarf nicht.</translation>
    </message>
    <message>
        <source>The node&apos;s memory limit is not known.</source>
        <translation>Die Speichergrenze des Knotens ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <extracomment>Memory of a node, like &quot;312 MB of 1 GB&quot;</extracomment>
        <translation>%1 von %2.</translation>
    </message>
    <message>
        <source>The node does not report its height.</source>
        <translation>Der Knoten meldet seine Höhe nicht.</translation>
    </message>
    <message>
        <source>Level</source>
        <extracomment>How far a node is behind the newest block: not at all</extracomment>
        <translation>Gleichauf</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>The node does not report since when it runs.</source>
        <translation>Der Knoten meldet nicht, seit wann er läuft.</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>keine Angabe: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One column of a table&apos;s row when read out, like &quot;State: Answers&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>Column of a table: height of the chain on a node</extracomment>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Behind</source>
        <extracomment>Column of a table: how many blocks a node lacks</extracomment>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Laufzeit</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Outbox</name>
    <message>
        <source>Nobody is signed in, so nothing was sent.</source>
        <translation>Niemand ist angemeldet, darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign in; your draft is kept.</source>
        <translation>Melden Sie sich an; Ihr Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your claim ended before the decision was sent; nothing was sent.</source>
        <translation>Ihre Übernahme endete, bevor der Entscheid gesendet wurde; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Claim the record again; your draft is kept.</source>
        <translation>Übernehmen Sie den Datensatz erneut; Ihr Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>The decision did not reach the ledger, and no longer can.</source>
        <translation>Der Entscheid hat das Ledger nicht erreicht und kann es nicht mehr.</translation>
    </message>
    <message>
        <source>Decide again; your draft is kept.</source>
        <translation>Entscheiden Sie erneut; Ihr Entwurf bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::OverviewPage</name>
    <message>
        <source>%1 /s</source>
        <extracomment>A rate on a chart; %1 is a number</extracomment>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation>Operationen pro Sekunde</translation>
    </message>
    <message>
        <source>Final</source>
        <extracomment>Line of a chart: operations that became final</extracomment>
        <translation>Final</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Line of a chart: operations that the ledger refused</extracomment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Time to finality</source>
        <translation>Zeit bis zur Finalität</translation>
    </message>
    <message>
        <source>Median</source>
        <extracomment>Line of a chart: half of the operations were quicker</extracomment>
        <translation>Median</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <extracomment>Line of a chart: 99 of 100 operations were quicker</extracomment>
        <translation>99 von 100</translation>
    </message>
    <message>
        <source>Nodes that answer</source>
        <translation>Antwortende Knoten</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>Validatoren</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Slim</source>
        <translation>Slim</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Pause the charts, and go on (in a chart)</source>
        <translation>Diagramme anhalten und weiterlaufen lassen (in einem Diagramm)</translation>
    </message>
    <message>
        <source>Move the crosshair back; with Shift by ten points (in a chart)</source>
        <translation>Fadenkreuz zurück; mit Umschalt um zehn Punkte (in einem Diagramm)</translation>
    </message>
    <message>
        <source>Move the crosshair on (in a chart)</source>
        <translation>Fadenkreuz vorwärts (in einem Diagramm)</translation>
    </message>
    <message>
        <source>Remove the crosshair (in a chart)</source>
        <translation>Fadenkreuz entfernen (in einem Diagramm)</translation>
    </message>
    <message>
        <source>Show the chart as a table, and back</source>
        <translation>Diagramm als Tabelle zeigen, und zurück</translation>
    </message>
    <message>
        <source>Final operations per second</source>
        <translation>Finale Operationen pro Sekunde</translation>
    </message>
    <message>
        <source>Time to finality, median</source>
        <translation>Zeit bis zur Finalität, Median</translation>
    </message>
    <message>
        <source>Block height</source>
        <translation>Blockhöhe</translation>
    </message>
    <message>
        <source>Records waiting for review</source>
        <translation>Datensätze, die auf Prüfung warten</translation>
    </message>
    <message>
        <source>Of all operations that became final in the minute before.</source>
        <translation>Von allen Operationen, die in der Minute davor final wurden.</translation>
    </message>
    <message>
        <source>Time shown in the charts</source>
        <translation>In den Diagrammen gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Nodes of the cluster</source>
        <translation>Knoten des Clusters</translation>
    </message>
    <message>
        <source>measured with this window attached</source>
        <translation>gemessen bei angeschlossenem Fenster</translation>
    </message>
    <message>
        <source>The cluster and this window share the processors of this computer.</source>
        <translation>Der Cluster und dieses Fenster teilen sich die Prozessoren dieses Computers.</translation>
    </message>
    <message>
        <source>Earlier readings could not be had: %1</source>
        <translation>Frühere Messwerte waren nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>In the second of %1.</source>
        <translation>In der Sekunde von %1.</translation>
    </message>
    <message>
        <source>In the second before %1.</source>
        <translation>In der Sekunde vor %1.</translation>
    </message>
    <message>
        <source>The gateway has no reading yet.</source>
        <translation>Das Gateway hat noch keinen Messwert.</translation>
    </message>
    <message>
        <source>99 of 100 within %1, %2.</source>
        <translation>99 von 100 innerhalb von %1, %2.</translation>
    </message>
    <message>
        <source>Nothing became final in the minute to %1.</source>
        <translation>In der Minute bis %1 wurde nichts final.</translation>
    </message>
    <message>
        <source>All certified, %1.</source>
        <translation>Alle zertifiziert, %1.</translation>
    </message>
    <message>
        <source>Certified up to %1, %2.</source>
        <translation>Zertifiziert bis %1, %2.</translation>
    </message>
    <message>
        <source>Scored 0.60 to 0.79; at %1.</source>
        <translation>Score 0,60 bis 0,79; um %1.</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button beside the charts: lets them move again</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PipelineView</name>
    <message>
        <source>The pipeline, from the provider&apos;s answer to the token</source>
        <translation>Die Pipeline, von der Antwort des Anbieters bis zum Token</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::PrecheckStep</name>
    <message>
        <source>Ask the ledger again</source>
        <translation>Ledger erneut befragen</translation>
    </message>
    <message>
        <source>Asking the ledger …</source>
        <translation>Das Ledger wird befragt …</translation>
    </message>
    <message>
        <source>✓ The ledger has no objection, as of block %1.</source>
        <translation>✓ Das Ledger hat keine Einwände, Stand Block %1.</translation>
    </message>
    <message numerus="yes">
        <source>✗ The ledger would refuse it, for %n reason(s).</source>
        <translation>
            <numerusform>✗ Das Ledger würde es abweisen, aus %n Grund.</numerusform>
            <numerusform>✗ Das Ledger würde es abweisen, aus %n Gründen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>Go to %1 in step %2</source>
        <translation>Gehe zu %1 in Schritt %2</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueueDelegate</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::QueuePanel</name>
    <message>
        <source>All %1</source>
        <extracomment>Filter of the review queue; %1 is a count</extracomment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <extracomment>Filter of the review queue: claimed by me; %1 is a count</extracomment>
        <translation>Meine %1</translation>
    </message>
    <message>
        <source>Unclaimed %1</source>
        <extracomment>Filter of the review queue: claimed by nobody; %1 is a count</extracomment>
        <translation>Freie %1</translation>
    </message>
    <message>
        <source>Late %1</source>
        <extracomment>Filter of the review queue: past their due time; %1 is a count</extracomment>
        <translation>Überfällige %1</translation>
    </message>
    <message>
        <source>Show the whole queue</source>
        <translation>Die ganze Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Filter the queue by asset, source or submitter</source>
        <translation>Warteschlange nach Asset, Quelle oder Einreicher filtern</translation>
    </message>
    <message>
        <source>Filter ( / )</source>
        <translation>Filter ( / )</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Records that wait for review</source>
        <translation>Datensätze, die auf Prüfung warten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A category and how many of it there are</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>%n neuer – N drücken</numerusform>
            <numerusform>%n neue – N drücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing free: %n record(s) are claimed by others.</source>
        <translation>
            <numerusform>Nichts frei: %n Datensatz ist von anderen übernommen.</numerusform>
            <numerusform>Nichts frei: %n Datensätze sind von anderen übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>You hold no claim. Choose a record and press C to claim it.</source>
        <translation>Sie haben nichts übernommen. Wählen Sie einen Datensatz und drücken Sie C, um ihn zu übernehmen.</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Nichts ist überfällig.</translation>
    </message>
    <message>
        <source>No record of the queue matches the filter.</source>
        <translation>Kein Datensatz der Warteschlange entspricht dem Filter.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Rail</name>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Start</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordModel</name>
    <message>
        <source>%1: %2, %3, asset %4 from %5.</source>
        <extracomment>One record read aloud: age, category, kind, asset, source</extracomment>
        <translation>%1: %2, %3, Asset %4 von %5.</translation>
    </message>
    <message>
        <source>Score %1, %2; %3; block %4; %5.</source>
        <extracomment>Second half of one record read aloud</extracomment>
        <translation>Score %1, %2; %3; Block %4; %5.</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Column: when the ledger took the record</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>Column: what the score means</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Origin</source>
        <extracomment>Column: real, simulated or replayed</extracomment>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::RecordView</name>
    <message>
        <source>Record id</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Details of the record</source>
        <translation>Einzelheiten des Datensatzes</translation>
    </message>
    <message>
        <source>Fields of the record; Enter shows a field in the raw bytes</source>
        <translation>Felder des Datensatzes; Enter zeigt ein Feld in den Rohdaten</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>Tab: the score of a record</extracomment>
        <translation>Score</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <extracomment>Tab: what the provider answered</extracomment>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Fields</source>
        <extracomment>Tab: the fields of a record</extracomment>
        <translation>Felder</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Heading: a kind of record and the asset that it is about</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The score and what it means, like &quot;0.72 For review&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>submitted by %1</source>
        <translation>eingereicht von %1</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>Bytes zeigen</translation>
    </message>
    <message>
        <source>Show the score</source>
        <translation>Score zeigen</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>Asset öffnen</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewDesk</name>
    <message>
        <source>You submitted this record, or issue its asset: somebody else has to decide about it.</source>
        <translation>Sie haben diesen Datensatz eingereicht oder emittieren sein Asset: Jemand anderes muss darüber entscheiden.</translation>
    </message>
    <message>
        <source>Deciding about records needs the role of a reviewer.</source>
        <translation>Um über Datensätze zu entscheiden, braucht es die Rolle eines Prüfers.</translation>
    </message>
    <message>
        <source>Your claim on %1 ended. Your draft is kept.</source>
        <translation>Ihre Übernahme von %1 ist abgelaufen. Ihr Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose a record of the queue.</source>
        <translation>Wählen Sie einen Datensatz der Warteschlange.</translation>
    </message>
    <message>
        <source>Claimed by %1 until %2.</source>
        <translation>Übernommen von %1 bis %2.</translation>
    </message>
    <message>
        <source>The ledger is asked for the claim.</source>
        <translation>Die Übernahme wird beim Ledger angefragt.</translation>
    </message>
    <message>
        <source>You hold the claim already.</source>
        <translation>Sie haben ihn bereits übernommen.</translation>
    </message>
    <message>
        <source>It is decided.</source>
        <translation>Er ist entschieden.</translation>
    </message>
    <message>
        <source>Claim the record first (C), so that two people do not decide at once.</source>
        <translation>Übernehmen Sie zuerst den Datensatz (C), damit nicht zwei Personen zugleich entscheiden.</translation>
    </message>
    <message>
        <source>Your claim ended. Claim the record again (C); your draft is kept.</source>
        <translation>Ihre Übernahme ist abgelaufen. Übernehmen Sie den Datensatz erneut (C); Ihr Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your decision is about to be sent. Take it back with Ctrl+Z to change it.</source>
        <translation>Ihr Entscheid wird gleich gesendet. Nehmen Sie ihn mit Strg+Z zurück, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>Your decision is being sent.</source>
        <translation>Ihr Entscheid wird gesendet.</translation>
    </message>
    <message>
        <source>Whether your decision arrived is being checked.</source>
        <translation>Es wird geklärt, ob Ihr Entscheid angekommen ist.</translation>
    </message>
    <message>
        <source>Before you approve, open the checks that lost points: %1.</source>
        <translation>Öffnen Sie vor dem Genehmigen die Kontrollen, die Punkte verloren haben: %1.</translation>
    </message>
    <message>
        <source>Choose Approve (A) or Reject (R).</source>
        <translation>Wählen Sie Genehmigen (A) oder Ablehnen (R).</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Wählen Sie einen Grund.</translation>
    </message>
    <message numerus="yes">
        <source>Write a note of at least %1 characters; %n more.</source>
        <translation>
            <numerusform>Schreiben Sie eine Notiz von mindestens %1 Zeichen; noch %n.</numerusform>
            <numerusform>Schreiben Sie eine Notiz von mindestens %1 Zeichen; noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is too long: the ledger keeps %1 bytes.</source>
        <translation>Die Notiz ist zu lang: Das Ledger behält %1 Bytes.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewFrame</name>
    <message>
        <source>Open the draft</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Claim all</source>
        <translation>Alle übernehmen</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>Alle zurückgeben</translation>
    </message>
    <message numerus="yes">
        <source>%n records selected</source>
        <translation>
            <numerusform>%n Datensatz ausgewählt</numerusform>
            <numerusform>%n Datensätze ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%1: %2 is sent in %n s. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%1: „%2“ wird in %n s gesendet. Strg+Z nimmt den Entscheid zurück.</numerusform>
            <numerusform>%1: „%2“ wird in %n s gesendet. Strg+Z nimmt den Entscheid zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: waiting for the ledger.</source>
        <translation>%1: wartet auf das Ledger.</translation>
    </message>
    <message>
        <source>Taken back; nothing was sent. Your draft about %1 is kept.</source>
        <translation>Zurückgenommen; nichts wurde gesendet. Ihr Entwurf zu %1 bleibt erhalten.</translation>
    </message>
    <message>
        <source>Approved: %1, recorded in block %2.</source>
        <translation>Genehmigt: %1, verbucht in Block %2.</translation>
    </message>
    <message>
        <source>Rejected: %1, recorded in block %2.</source>
        <translation>Abgelehnt: %1, verbucht in Block %2.</translation>
    </message>
    <message>
        <source>%1 was not decided. %2 %3</source>
        <translation>%1 wurde nicht entschieden. %2 %3</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>Page: records that wait for a person</extracomment>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>Nächster Datensatz</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>Voriger Datensatz</translation>
    </message>
    <message>
        <source>Select the next record too</source>
        <translation>Auch den nächsten Datensatz auswählen</translation>
    </message>
    <message>
        <source>Select the previous record too</source>
        <translation>Auch den vorigen Datensatz auswählen</translation>
    </message>
    <message>
        <source>Go into the record; unfold a check</source>
        <translation>In den Datensatz gehen; eine Kontrolle aufklappen</translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation>Übernehmen oder zurückgeben</translation>
    </message>
    <message>
        <source>Choose to approve</source>
        <translation>Genehmigen wählen</translation>
    </message>
    <message>
        <source>Choose to reject</source>
        <translation>Ablehnen wählen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>How the score came about</source>
        <translation>Wie der Score zustande kam</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Earlier records</source>
        <translation>Frühere Datensätze</translation>
    </message>
    <message>
        <source>Changes; again: changed fields only, or all</source>
        <translation>Änderungen; nochmals: nur geänderte Felder oder alle</translation>
    </message>
    <message>
        <source>Raw bytes, with the chosen reason&apos;s field marked</source>
        <translation>Rohdaten, mit dem Feld des gewählten Grunds markiert</translation>
    </message>
    <message>
        <source>Commit the decision; it can be taken back for 8 seconds</source>
        <translation>Entscheid absenden; er kann 8 Sekunden lang zurückgenommen werden</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Entscheid zurücknehmen</translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation>Neue Datensätze zeigen</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Warteschlange filtern</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) are not sent yet. If you quit now, they come back as drafts and are not sent by themselves.</source>
        <translation>
            <numerusform>%n Entscheid ist noch nicht gesendet. Wenn Sie jetzt beenden, kommt er als Entwurf zurück und wird nicht von selbst gesendet.</numerusform>
            <numerusform>%n Entscheide sind noch nicht gesendet. Wenn Sie jetzt beenden, kommen sie als Entwürfe zurück und werden nicht von selbst gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to see the review queue.</source>
        <translation>Melden Sie sich an, um die Warteschlange der Prüfung zu sehen.</translation>
    </message>
    <message>
        <source>It is shown to reviewers, and to auditors to read.</source>
        <translation>Sie wird Prüfern gezeigt, und Revisoren zum Lesen.</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Nichts wartet auf Prüfung.</translation>
    </message>
    <message>
        <source>Records that score 0.60 to 0.79 come here by themselves, the one due first on top.</source>
        <translation>Datensätze mit einem Score von 0,60 bis 0,79 kommen von selbst hierher, der zuerst fällige zuoberst.</translation>
    </message>
    <message>
        <source>Select at most %1 records at once.</source>
        <translation>Wählen Sie höchstens %1 Datensätze auf einmal aus.</translation>
    </message>
    <message>
        <source>None of the selected records can be claimed.</source>
        <translation>Keiner der gewählten Datensätze kann übernommen werden.</translation>
    </message>
    <message>
        <source>You hold none of the selected records.</source>
        <translation>Sie haben keinen der gewählten Datensätze übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records claimed.</source>
        <translation>
            <numerusform>%1 von %n gewählten Datensatz übernommen.</numerusform>
            <numerusform>%1 von %n gewählten Datensätzen übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected records released.</source>
        <translation>
            <numerusform>%1 von %n gewählten Datensatz zurückgegeben.</numerusform>
            <numerusform>%1 von %n gewählten Datensätzen zurückgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision about %1 had reached the ledger before the window closed: block %2.</source>
        <translation>Ihr Entscheid zu %1 hatte das Ledger erreicht, bevor das Fenster geschlossen wurde: Block %2.</translation>
    </message>
    <message>
        <source>%1: %2, “%3”</source>
        <translation>%1: %2, „%3“</translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was on its way, and the ledger does not have it: %2. Look at the record again before you decide anew.</source>
        <translation>Als das Fenster geschlossen wurde (%1), war dieser Entscheid unterwegs, und das Ledger hat ihn nicht: %2. Sehen Sie sich den Datensatz noch einmal an, bevor Sie neu entscheiden.</translation>
    </message>
    <message>
        <source>When the window closed (%1) this decision was waiting: %2. It was not sent by itself. Do you still want it?</source>
        <translation>Als das Fenster geschlossen wurde (%1), wartete dieser Entscheid: %2. Er wurde nicht von selbst gesendet. Halten Sie daran fest?</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ReviewStep</name>
    <message>
        <source>What you sign</source>
        <translation>Was Sie signieren</translation>
    </message>
    <message>
        <source>Digest of this command</source>
        <translation>Hashwert dieses Befehls</translation>
    </message>
    <message>
        <source>Digest that was approved</source>
        <translation>Genehmigter Hashwert</translation>
    </message>
    <message>
        <source>Your signature covers one batch that holds exactly this command, encoded on this computer, and is valid for two minutes.</source>
        <translation>Ihre Signatur deckt einen Stapel, der genau diesen auf diesem Computer codierten Befehl enthält, und gilt zwei Minuten lang.</translation>
    </message>
    <message>
        <source>I have read it and &amp;want to issue exactly this</source>
        <translation>Ich habe es gelesen und &amp;möchte genau dies emittieren</translation>
    </message>
    <message>
        <source>&amp;Sign and issue</source>
        <translation>&amp;Signieren und emittieren</translation>
    </message>
    <message>
        <source>Cannot be taken back.</source>
        <translation>Kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>You sign as %1.</source>
        <translation>Sie signieren als %1.</translation>
    </message>
    <message>
        <source>The asset</source>
        <translation>Das Asset</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Der Token</translation>
    </message>
    <message>
        <source>✗ What was approved has ended. Go back to the approval, and ask again.</source>
        <translation>✗ Die Genehmigungen sind abgelaufen. Gehen Sie zurück zur Genehmigung und fragen Sie erneut an.</translation>
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
        <translation>Schraffiert: verlorene Punkte. Gepunktet: was die Kontrolle hätte kosten können. Angenommen ab %1, zur Prüfung ab %2.</translation>
    </message>
    <message>
        <source>%1 by rule %2</source>
        <translation>%1 nach Regel %2</translation>
    </message>
    <message>
        <source>Caps: %1</source>
        <extracomment>Limits of the score that apply, like &quot;X by rule S-C3&quot;</extracomment>
        <translation>Obergrenzen: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 lost nothing.</source>
        <translation>%1 verlor nichts.</translation>
    </message>
    <message>
        <source>%1 lost %2 of %3.</source>
        <translation>%1 verlor %2 von %3.</translation>
    </message>
    <message>
        <source>Points that this cost.</source>
        <translation>Punkte, die dies gekostet hat.</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>Show the field in the raw bytes</source>
        <translation>Feld in den Rohdaten zeigen</translation>
    </message>
    <message>
        <source>Show the field %1 in the raw bytes</source>
        <translation>Feld %1 in den Rohdaten zeigen</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScoreWaterfall</name>
    <message>
        <source>Cap %1</source>
        <extracomment>A limit of the score; %1 is its letter, %2 the rule that set it</extracomment>
        <translation>Obergrenze %1</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>The sum of all checks</extracomment>
        <translation>Score</translation>
    </message>
    <message>
        <source>%1: nothing lost of %2.</source>
        <translation>%1: nichts von %2 verloren.</translation>
    </message>
    <message>
        <source>%1: %2 lost of %3.</source>
        <translation>%1: %2 von %3 verloren.</translation>
    </message>
    <message>
        <source>Cap %1, by rule %2, holds the score at %3.</source>
        <translation>Obergrenze %1 nach Regel %2 begrenzt den Score auf %3.</translation>
    </message>
    <message>
        <source>Accepted from %1 on, for review from %2 on.</source>
        <translation>Angenommen ab %1, zur Prüfung ab %2.</translation>
    </message>
    <message>
        <source>Score %1: %2.</source>
        <translation>Score %1: %2.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in with a key</source>
        <translation>Mit einem Schlüssel anmelden</translation>
    </message>
    <message>
        <source>You are your key: a file sealed with a passphrase on this computer. The cluster sees only your signature, never the key.</source>
        <translation>Sie sind Ihr Schlüssel: eine Datei auf diesem Computer, mit einer Passphrase versiegelt. Der Cluster sieht nur Ihre Signatur, nie den Schlüssel.</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation>Versiegelte Schlüssel (*.agkey)</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SourceModel</name>
    <message>
        <source>⚠ Failing</source>
        <translation>⚠ Gestört</translation>
    </message>
    <message>
        <source>! Last call failed</source>
        <translation>! Letzter Aufruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <extracomment>State of a source that answers</extracomment>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>✓ Answers</source>
        <translation>✓ Antwortet</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1: %2. %3 calls, %4 failed, %5 available.</source>
        <extracomment>One source read aloud: name, state, calls, failures</extracomment>
        <translation>%1: %2. %3 Aufrufe, %4 fehlgeschlagen, %5 verfügbar.</translation>
    </message>
    <message>
        <source>Calls that may still be made in this period.</source>
        <translation>Aufrufe, die in diesem Zeitraum noch möglich sind.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Last call</source>
        <extracomment>Column: how long the last call took</extracomment>
        <translation>Letzter Aufruf</translation>
    </message>
    <message>
        <source>Budget left</source>
        <extracomment>Column: calls that may still be made</extracomment>
        <translation>Restkontingent</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>! Paused by compliance</source>
        <translation>! Von Compliance angehalten</translation>
    </message>
    <message>
        <source>! Its hour is used up</source>
        <translation>! Für diese Stunde aufgebraucht</translation>
    </message>
    <message>
        <source>! Not asked</source>
        <translation>! Wird nicht abgefragt</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StageCard</name>
    <message>
        <source>… %1 waiting</source>
        <extracomment>What waits at a stage now, on a narrow card</extracomment>
        <translation>… %1 wartend</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StagePanel</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Result of the score</source>
        <translation>Ergebnis des Scores</translation>
    </message>
    <message>
        <source>Records at this stage, newest first</source>
        <translation>Datensätze dieser Stufe, neuste zuerst</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>%1: sources</source>
        <extracomment>Heading of a table: records at a stage; %1 is the stage</extracomment>
        <translation>%1: Quellen</translation>
    </message>
    <message>
        <source>%1: records</source>
        <translation>%1: Datensätze</translation>
    </message>
    <message>
        <source>No source is set up.</source>
        <translation>Keine Quelle ist eingerichtet.</translation>
    </message>
    <message>
        <source>Sources belong to slim nodes. As soon as one runs, what it asks is listed here.</source>
        <translation>Quellen gehören zu Slim-Knoten. Sobald einer läuft, steht hier, was er abfragt.</translation>
    </message>
    <message>
        <source>No record here matches the filters.</source>
        <translation>Kein Datensatz hier entspricht den Filtern.</translation>
    </message>
    <message>
        <source>There may be others at this stage.</source>
        <translation>Auf dieser Stufe gibt es vielleicht andere.</translation>
    </message>
    <message>
        <source>Nothing has needed a review yet.</source>
        <translation>Noch nichts hat eine Prüfung gebraucht.</translation>
    </message>
    <message>
        <source>Records that score from 0.60 to below 0.80 are listed here and wait for a person.</source>
        <translation>Datensätze mit einem Score ab 0,60 und unter 0,80 stehen hier und warten auf einen Menschen.</translation>
    </message>
    <message>
        <source>No record has come this far yet.</source>
        <translation>So weit ist noch kein Datensatz gekommen.</translation>
    </message>
    <message>
        <source>Records appear here by themselves as sources are asked and answers are scored.</source>
        <translation>Datensätze erscheinen hier von selbst, sobald Quellen abgefragt und Antworten bewertet werden.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n new – press N</source>
        <translation>
            <numerusform>Mehr als %n neuer – N drücken</numerusform>
            <numerusform>Mehr als %n neue – N drücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new – press N</source>
        <translation>
            <numerusform>%n neuer – N drücken</numerusform>
            <numerusform>%n neue – N drücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) shown.</source>
        <translation>
            <numerusform>%n neuer Datensatz gezeigt.</numerusform>
            <numerusform>%n neue Datensätze gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StartPage</name>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Welcome to Aurigraph</source>
        <translation>Willkommen bei Aurigraph</translation>
    </message>
    <message>
        <source>Real-world assets become tokens on a replicated ledger: every record is checked, doubtful ones are decided by people, and everything can be proven afterwards. Where do you want to work?</source>
        <translation>Reale Vermögenswerte werden zu Token auf einem replizierten Ledger: Jeder Datensatz wird kontrolliert, über zweifelhafte entscheiden Menschen, und alles lässt sich nachträglich beweisen. Wo möchten Sie arbeiten?</translation>
    </message>
    <message>
        <source>Start a cluster here</source>
        <translation>Cluster hier starten</translation>
    </message>
    <message>
        <source>Validators, business and slim nodes inside this program, with your data kept on this computer. Nothing else needs to be installed.</source>
        <translation>Validatoren, Business- und Slim-Knoten in diesem Programm; Ihre Daten bleiben auf diesem Computer. Weiter muss nichts installiert sein.</translation>
    </message>
    <message>
        <source>Train on a cluster</source>
        <translation>An einem Cluster üben</translation>
    </message>
    <message>
        <source>A cluster with demo data to try everything on: reviews that wait, assets, tokens and proofs. All of it is SIMULATED and thrown away when you quit.</source>
        <translation>Ein Cluster mit Demodaten, um alles auszuprobieren: wartende Prüfungen, Assets, Token und Nachweise. Alles ist SIMULIERT und wird beim Beenden verworfen.</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>Mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>A cluster that runs on servers. You need its address and its certificate file, and should know its genesis digest.</source>
        <translation>Ein Cluster, der auf Servern läuft. Sie brauchen seine Adresse und seine Zertifikatsdatei und sollten seinen Genesis-Hashwert kennen.</translation>
    </message>
    <message>
        <source>&amp;Validators</source>
        <translation>&amp;Validatoren</translation>
    </message>
    <message>
        <source>&amp;Business nodes</source>
        <translation>&amp;Business-Knoten</translation>
    </message>
    <message>
        <source>S&amp;lim nodes</source>
        <translation>S&amp;lim-Knoten</translation>
    </message>
    <message>
        <source>&amp;Keep its data between runs</source>
        <translation>&amp;Daten zwischen den Läufen behalten</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Its data comes from the built-in provider simulator and is marked SIMULATED for ever.</source>
        <translation>Seine Daten kommen vom eingebauten Anbietersimulator und sind für immer als SIMULIERT gekennzeichnet.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Start the cluster</source>
        <translation>Cluster starten</translation>
    </message>
    <message numerus="yes">
        <source>Goes on with %n validator(s) down.</source>
        <translation>
            <numerusform>Läuft weiter, auch wenn %n Validator ausfällt.</numerusform>
            <numerusform>Läuft weiter, auch wenn %n Validatoren ausfallen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the cluster</source>
        <translation>Ordner des Clusters</translation>
    </message>
    <message>
        <source>Clusters you have used</source>
        <translation>Von Ihnen verwendete Cluster</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation>&amp;Zertifikatsdatei</translation>
    </message>
    <message>
        <source>64 hex digits, from whoever runs the cluster</source>
        <translation>64 Hexadezimalziffern, vom Betreiber des Clusters</translation>
    </message>
    <message>
        <source>&amp;Genesis digest</source>
        <translation>&amp;Genesis-Hashwert</translation>
    </message>
    <message>
        <source>The certificate file says which servers to believe; no other certificate is. The genesis digest says which ledger it is: without it, this window shows what it is told and marks the cluster as not checked.</source>
        <translation>Die Zertifikatsdatei sagt, welchen Servern zu glauben ist; kein anderes Zertifikat gilt. Der Genesis-Hashwert sagt, welches Ledger es ist: Ohne ihn zeigt dieses Fenster, was ihm gesagt wird, und kennzeichnet den Cluster als nicht geprüft.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Kept from last time</source>
        <translation>Vom letzten Mal behalten</translation>
    </message>
    <message>
        <source>Certificate of the cluster</source>
        <translation>Zertifikat des Clusters</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>Zertifikate (*.pem *.crt)</translation>
    </message>
    <message>
        <source>Progress of the start</source>
        <translation>Fortschritt des Starts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Starting a training cluster</source>
        <translation>Ein Trainingscluster wird gestartet</translation>
    </message>
    <message>
        <source>Starting your cluster</source>
        <translation>Ihr Cluster wird gestartet</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Opening the window&apos;s connection</source>
        <translation>Die Verbindung des Fensters wird geöffnet</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung mit %1 wird hergestellt</translation>
    </message>
    <message>
        <source>Asking which cluster it is</source>
        <translation>Es wird abgefragt, welcher Cluster es ist</translation>
    </message>
    <message>
        <source>Type the cluster&apos;s address: a name or number, and a port if it is not %1.</source>
        <translation>Geben Sie die Adresse des Clusters ein: Name oder IP-Nummer, und einen Port, falls es nicht %1 ist.</translation>
    </message>
    <message>
        <source>The certificate file holds no certificate. Ask whoever runs the cluster for its root certificate (a .pem file).</source>
        <translation>Die Zertifikatsdatei enthält kein Zertifikat. Bitten Sie den Betreiber des Clusters um dessen Stammzertifikat (eine .pem-Datei).</translation>
    </message>
    <message>
        <source>The genesis digest has 64 digits from 0 to 9 and a to f.</source>
        <translation>Der Genesis-Hashwert hat 64 Ziffern von 0 bis 9 und a bis f.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StatePane</name>
    <message>
        <source>This is not shown to you.</source>
        <translation>Das wird Ihnen nicht gezeigt.</translation>
    </message>
    <message>
        <source>No connection since %1. What you see is from then. Trying again at %2.</source>
        <translation>Keine Verbindung seit %1. Was Sie sehen, ist von da. Nächster Versuch um %2.</translation>
    </message>
    <message>
        <source>No answer since %1. What you see is from then.</source>
        <translation>Keine Antwort seit %1. Was Sie sehen, ist von da.</translation>
    </message>
    <message>
        <source>These values are from %1; newer ones are being asked for.</source>
        <translation>Diese Werte sind von %1; neuere werden abgefragt.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>Es besteht keine Verbindung zum Cluster.</translation>
    </message>
    <message>
        <source>The page fills as soon as it is back.</source>
        <translation>Die Seite füllt sich, sobald sie wieder besteht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SubmittedStep</name>
    <message>
        <source>in block %1</source>
        <translation>in Block %1</translation>
    </message>
    <message>
        <source>Digest of your batch</source>
        <translation>Hashwert Ihres Stapels</translation>
    </message>
    <message>
        <source>Show the asset</source>
        <translation>Asset zeigen</translation>
    </message>
    <message>
        <source>Start another issue</source>
        <translation>Weitere Emission beginnen</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>Nachfragen, was daraus wurde</translation>
    </message>
    <message>
        <source>✓ %1 is issued, and final.</source>
        <translation>✓ %1 ist emittiert und final.</translation>
    </message>
    <message>
        <source>✗ The ledger refused %1. Nothing was issued; correct it and sign again.</source>
        <translation>✗ Das Ledger hat %1 abgewiesen. Nichts wurde emittiert; korrigieren Sie es und signieren Sie erneut.</translation>
    </message>
    <message>
        <source>%1 is issued. A certificate makes it final in a moment.</source>
        <translation>%1 ist emittiert. Ein Zertifikat macht es gleich final.</translation>
    </message>
    <message>
        <source>It is not known yet whether %1 reached the ledger.</source>
        <translation>Es ist noch nicht bekannt, ob %1 das Ledger erreicht hat.</translation>
    </message>
    <message>
        <source>%1 is on its way to the ledger.</source>
        <translation>%1 ist unterwegs zum Ledger.</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>State of a stage, for whoever listens.</extracomment>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>Asset registered</source>
        <translation>Asset registriert</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>number %1, %2</source>
        <translation>Nummer %1, %2</translation>
    </message>
    <message>
        <source>Signed and sent</source>
        <translation>Signiert und gesendet</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Verbucht</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>certified up to block %1</source>
        <translation>zertifiziert bis Block %1</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>Back to the pre-check</source>
        <translation>Zurück zur Vorprüfung</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TemplateStep</name>
    <message>
        <source>Records: %1</source>
        <translation>Datensätze: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation>Dokumente: %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::TermsStep</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Add a range</source>
        <translation>Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Take the whole chosen block</source>
        <translation>Den ganzen gewählten Block nehmen</translation>
    </message>
    <message>
        <source>Example policies</source>
        <translation>Beispielrichtlinien</translation>
    </message>
    <message>
        <source>Thresholds of this template, shown as examples. Breaking one warns and stops nobody; what the ledger demands is asked in the pre-check.</source>
        <translation>Schwellen dieser Vorlage, als Beispiele gezeigt. Wer eine verletzt, wird gewarnt, aber nicht aufgehalten; was das Ledger verlangt, fragt die Vorprüfung.</translation>
    </message>
    <message>
        <source>%1 of range %2</source>
        <translation>%1 von Bereich %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove range %1</source>
        <translation>Bereich %1 entfernen</translation>
    </message>
    <message>
        <source>%1 credits in all.</source>
        <translation>Insgesamt %1 Gutschriften.</translation>
    </message>
    <message>
        <source>All tokens at this price: %1</source>
        <translation>Alle Token zu diesem Preis: %1</translation>
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
        <source>What will be issued, to read</source>
        <translation>Was emittiert wird, zum Lesen</translation>
    </message>
    <message>
        <source>Discard this draft? What you typed cannot be brought back.</source>
        <translation>Diesen Entwurf verwerfen? Was Sie eingegeben haben, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>Diesen Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Save draft and close</source>
        <translation>Entwurf speichern und schließen</translation>
    </message>
    <message>
        <source>Fill with example</source>
        <translation>Mit Beispiel füllen</translation>
    </message>
    <message>
        <source>Only offered because this cluster is SIMULATED.</source>
        <translation>Wird nur angeboten, weil dieser Cluster SIMULIERT ist.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Schritt %1 von %2: %3, %4</translation>
    </message>
    <message>
        <source>Your draft is kept on this computer as you type.</source>
        <translation>Ihr Entwurf bleibt beim Tippen auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Kept on this computer at %1.</source>
        <translation>Auf diesem Computer gespeichert um %1.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::WorkflowPage</name>
    <message>
        <source>From a provider&apos;s answer to a token: how much is where, and what waits.</source>
        <translation>Von der Antwort eines Anbieters bis zum Token: wie viel wo ist und was wartet.</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Previous stage; Right: next stage</source>
        <translation>Vorige Stufe; Rechts: nächste Stufe</translation>
    </message>
    <message>
        <source>Open a stage or follow a record</source>
        <translation>Stufe öffnen oder Datensatz verfolgen</translation>
    </message>
    <message>
        <source>Show new records</source>
        <translation>Neue Datensätze zeigen</translation>
    </message>
    <message>
        <source>To the filters</source>
        <translation>Zu den Filtern</translation>
    </message>
    <message>
        <source>Back from a record to the list</source>
        <translation>Von einem Datensatz zurück zur Liste</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetList</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emittent</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Gesamtmenge</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Score</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which an asset was registered</extracomment>
        <translation>Block</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>&amp;Mehr anzeigen</translation>
    </message>
    <message>
        <source>&amp;Open the asset</source>
        <translation>Asset ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Key, name, symbol or id</source>
        <translation>Schlüssel, Name, Symbol oder ID</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>None of these assets matches. Press Enter to ask the gateway for it.</source>
        <translation>Keines dieser Assets passt. Drücken Sie Enter, um das Gateway danach zu fragen.</translation>
    </message>
    <message>
        <source>None of the assets shown matches. Press Enter to ask the gateway for it.</source>
        <translation>Keines der gezeigten Assets passt. Drücken Sie Enter, um das Gateway danach zu fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n asset(s)</source>
        <translation>
            <numerusform>%1 von %n Asset</numerusform>
            <numerusform>%1 von %n Assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n Asset</numerusform>
            <numerusform>%n Assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::AssetView</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>Columns: type and digest of a document</extracomment>
        <translation>Typ</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 der Datei</translation>
    </message>
    <message>
        <source>Documents of the asset</source>
        <translation>Dokumente des Assets</translation>
    </message>
    <message>
        <source>One asset</source>
        <translation>Ein Asset</translation>
    </message>
    <message>
        <source>Records it stands on</source>
        <translation>Datensätze, auf denen es beruht</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheid</translation>
    </message>
    <message>
        <source>Digest of the evidence</source>
        <translation>Hashwert der Belege</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>Column: the block in which a record was submitted</extracomment>
        <translation>Block</translation>
    </message>
    <message>
        <source>Records of the asset</source>
        <translation>Datensätze des Assets</translation>
    </message>
    <message>
        <source>Follow the &amp;record</source>
        <translation>&amp;Datensatz verfolgen</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Reserved</source>
        <extracomment>Column: the part of a balance that is reserved for pending transfers</extracomment>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Where the balance comes from</source>
        <translation>Woher der Saldo stammt</translation>
    </message>
    <message>
        <source>Holders of the token</source>
        <translation>Inhaber des Tokens</translation>
    </message>
    <message>
        <source>Check the &amp;proof of this holding</source>
        <translation>&amp;Nachweis dieses Bestands prüfen</translation>
    </message>
    <message>
        <source>Show &amp;more holders</source>
        <translation>Mehr &amp;Inhaber anzeigen</translation>
    </message>
    <message>
        <source>The token is being asked for …</source>
        <translation>Der Token wird abgefragt …</translation>
    </message>
    <message>
        <source>No token has been issued on this asset yet. The issuance wizard does that.</source>
        <translation>Auf dieses Asset wurde noch kein Token emittiert. Das erledigt der Emissionsassistent.</translation>
    </message>
    <message>
        <source>These values are in the state of checkpoint %1, which the validators signed with block %2. The proof was checked on this computer.</source>
        <translation>Diese Werte stehen im Zustand von Checkpoint %1, den die Validatoren mit Block %2 signiert haben. Der Nachweis wurde auf diesem Computer geprüft.</translation>
    </message>
    <message>
        <source>Each record was scored again on this computer, and its signatures, its way into the certified history and its approval were checked.</source>
        <translation>Jeder Datensatz wurde auf diesem Computer erneut bewertet, und seine Signaturen, sein Weg in die zertifizierte Historie und seine Genehmigung wurden geprüft.</translation>
    </message>
    <message>
        <source>No documents were registered with this asset.</source>
        <translation>Mit diesem Asset wurden keine Dokumente registriert.</translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::assets::ProofView</name>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save the proof …</source>
        <translation>Nachweis &amp;speichern …</translation>
    </message>
    <message>
        <source>Check another &amp;file …</source>
        <translation>Andere &amp;Datei prüfen …</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: number of a link of the proof</extracomment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Glied</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Links of the proof</source>
        <translation>Glieder des Nachweises</translation>
    </message>
    <message>
        <source>&amp;Digests and bytes</source>
        <translation>Hash&amp;werte und Bytes</translation>
    </message>
    <message>
        <source>Digests and bytes of this link</source>
        <translation>Hashwerte und Bytes dieses Glieds</translation>
    </message>
    <message>
        <source>Checked against</source>
        <translation>Geprüft gegen</translation>
    </message>
    <message>
        <source>&amp;Genesis digest that you were given</source>
        <translation>&amp;Genesis-Hashwert, den Sie erhalten haben</translation>
    </message>
    <message>
        <source>64 hexadecimal digits, from somebody you trust</source>
        <translation>64 Hexadezimalziffern, von jemandem, dem Sie vertrauen</translation>
    </message>
    <message>
        <source>What this does not prove</source>
        <translation>Was dies nicht beweist</translation>
    </message>
    <message>
        <source>That the thing outside exists, or that a source told the truth. A proof leads from what sources said to what a holder owns in the ledger; it says nothing about the house, the forest or the parcel itself, and nothing about what happened after its checkpoint.</source>
        <translation>Dass es die Sache draußen gibt oder dass eine Quelle die Wahrheit gesagt hat. Ein Nachweis führt von dem, was Quellen sagten, zu dem, was ein Inhaber im Ledger besitzt; er sagt nichts über das Haus, den Wald oder das Paket selbst, und nichts darüber, was nach seinem Checkpoint geschah.</translation>
    </message>
    <message>
        <source>Check it without this program and without a network:</source>
        <translation>Ohne dieses Programm und ohne Netzwerk prüfen:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>This is no digest yet: it has %1 of 64 hexadecimal digits.</source>
        <translation>Das ist noch kein Hashwert: Er hat %1 von 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>None given. Without one, the best that can be said is that the file agrees with itself.</source>
        <translation>Keiner angegeben. Ohne ihn lässt sich bestenfalls sagen, dass die Datei in sich stimmig ist.</translation>
    </message>
    <message>
        <source>You gave this digest when you connected; it is pinned.</source>
        <translation>Diesen Hashwert haben Sie beim Verbinden angegeben; er ist fixiert.</translation>
    </message>
    <message>
        <source>You typed this digest here. Compare it with whoever runs the cluster.</source>
        <translation>Diesen Hashwert haben Sie hier eingegeben. Vergleichen Sie ihn mit dem Betreiber des Clusters.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No link is selected.</source>
        <translation>Kein Glied ist ausgewählt.</translation>
    </message>
</context>
</TS>
