/// The words with which a return tells a figure without narrowing it: grammar, time, change, recording, the police and their
/// systems, the request and its answer.
///
/// A word outside them beside a figure may tell a part from the whole: `of which 40 involved Snapchat`.
package enum PlainWords {
    /// Whether the word says nothing of which offences are counted.
    package static func has(_ word: String) -> Bool { word.utf8.count < 2 || all.contains(word) }

    private static let all = Set(
        [grammar, time, amount, change, recording, bodies, answering, subject, welsh].flatMap {
            $0.filter { $0 != "'" }.split(whereSeparator: \.isWhitespace).map(String.init)
        })

    private static let grammar = """
        a an the this that these those such same other others another each every either neither both all any some none no not
        nor nothing only just also even again still yet already once then thus therefore hence however although though while whilst
        whereas but and or if whether because since so as than like unlike per i we you he she it they me us him her them my our
        your his its their ours itself themselves ourselves one ones who whom whose which what when where why how there here is
        are was were be been being am do does did done doing has have had having can could may might must shall should will
        would cannot can't they've i'd don't didn't wasn't weren't isn't hasn't haven't i'm we've i've they've of in on at by for with
        without within from to into onto upon over under below above about across after before during until till up down out
        off through throughout between among amongst against along around aside apart behind beside besides beyond despite towards toward
        regarding concerning via versus vs ie eg etc namely too very rather quite otherwise ps yes
        """

    private static let time = """
        year years year's yearly annual annually month months monthly quarter quarters quarterly week weeks day days date dates
        dated time times period periods financial fiscal calendar january february march april june july august september
        october november december jan feb mar apr jun jul aug sep sept oct nov dec previous previously preceding prior earlier
        former formerly following next subsequent subsequently later latter last latest recent recently current currently now
        today present present-day past ago end ending ended begin begins beginning began start starts started commencing
        commenced open closed first second third fourth fifth sixth final half halves date first early mid late point to-date
        far thereafter meanwhile inclusive ongoing ever often new round
        """

    private static let amount = """
        number numbers numbered total totals totalled totalling totaled count counts counted counting figure figures sum sums
        amount amounts amounted amounting quantity volume value values tally level levels overall altogether together combined
        combination alone whole entire entirely entirety full complete completely exact exactly precise precisely approximately
        approx approximate roughly nearly almost around estimate estimated estimates more most less least few fewer fewest many
        much several single double twice couple pair dozen nil zero naught nought hundred thousand million remaining
        remainder rest balance part parts proportion share percentage percent cent average including included includes
        include inclusive comprising comprises comprised comprise consisting consists consisted made make makes making up
        respectively separately individual individually unique distinct different additional extra further provisional revised
        sub paragraph rounded rounding rounds nearest third thirds quarter fifth sixth eighth tenth leaves leaving busiest quietest accounting accounted accounts account equal equals equivalent equates evenly split
        """

    private static let change = """
        touched increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth climb climbs
        climbed climbing jump jumped jumping leap leapt surge surged soar soared soaring rocketed spike higher highest high
        greater greatest larger largest peak peaked record fall falls fell fallen falling drop drops dropped dropping decrease
        decreases decreased decreasing decline declined declining reduce reduces reduced reduction reductions slip slipped
        lower lowest low smaller smallest smaller change changes changed changing unchanged stable steady difference differs
        compare compares compared comparing comparison compares comparable contrast corresponding doubled trebled tripled
        quadrupled halved doubling trebling double treble triple ahead back went gone going formed come comes came reached reach
        reaches stood stand stands standing remained remains remain saw see sees seen followed turn turns turned move moves moved moving
        """

    private static let recording = """
        run enquiry enquiries performance copied repeat repeated
        recorded record records exercise writing write wrote correct corrects corrected recording recordings recorded-crime unrecorded reported report reports reporting logged log
        logs entered entry entries registered register noted note notes identified identify identifies found find finds
        returned return returns retrieved extracted extract extracts produced produce collated collate checked check crimed
        shown show shows showed showing listed list lists held hold holds holding kept keep keeps contain contains contained
        search searches searched query queries audit filter results result resulted brought bring data dataset database system
        systems spreadsheet table tables sheet live niche athena connect unifi storm crimes crime offence offences offending
        incident incidents case cases matter matters investigation classified classification classed class code codes coded
        category categories type types description home office hocr counting rules rule applied apply applies attached attach
        added add carry carries carried carrying bear bears bore bearing borne mark marks marked marking marker markers flag flags
        flagged flagging tag tags tagged keyword keywords qualifier qualifiers indicator use used using set tick ticked box
        field element component aspect enabled related facilitated unflagged untagged unmarked mandatory introduced adopted feature motivation regardless irrespective assisted cyber online internet digital taken take takes
        took committed commit happened occurred occur occurring took place dealt deal kind kinds sort sorts form forms group groups
        band bands breakdown detail details detailed detailing broken local locally force-wide nationally nation-wide total
        """

    private static let bodies = """
        neighbouring nearby neighbour neighbours police force forces force's forcewide constabulary constabularies constabulary's service policing area county counties
        nation national country countries england scotland wales ireland northern britain british
        british-wide kingdom uk united department unit team bureau headquarters office officer officers
        staff chief constable inspector sergeant superintendent detective analyst analysts manager spokesman spokeswoman
        spokesperson registrar
        charity charity's nspcc nspcc's childline newspaper board council government minister parliament
        """

    private static let answering = """
        answer answers answered answering response responses respond responded reply replies replied question questions request
        requests requested requesting ask asks asked asking sought seek information inform informed freedom act section
        disclose disclosed discloses disclosure supplied supply supplies provide provides provided providing given give gives
        gave giving issued sent send sending obtained obtain received receive receives letter email mail message enclosed
        attached below above published publish confirm confirms confirmed able unable tell tells told say says said state
        states stated stating explain explains explained explanation note please thank regret afraid glad happy pleased advise
        advised advises refer refers referred reference respect regard regards regarding relation relate relates related
        relating connection follows accordance according context purpose purposes assist assistance help helpful goodwill
        gesture outside duty obliged effort easy easily readily understand understood understanding aware believe correct
        corrected correctly correction incorrect incorrectly wrong wrongly error errors mistake amended amend should read
        covers cover covered covering query want wanted wish look looked looking way ways means mean meant set out put puts
        putting want attention available unavailable appear appears need needs required right left own hand hands side basis
        latest previous example fact line lines item items paragraph point points bracket brackets column row order way view
        turning moving addition additionally common commonly particular particularly especially specifically generally usually
        instance mind minded borne wish wishes interest interests transparency openness headed heading heads finding findings summary summaries review reviewed recognise recognised quality assurance cleansing whenever seldom upgrade release software switched region separate status confirmed match matches website webpage freely well sake completeness clarity matter true course kindly subject unaffected taking principal save saves trouble compulsory became completed allow allows allowed goodwill refuse refuses
        """

    private static let subject = """
        sexual sexually sex child children child's children's minor minors young youngest oldest older younger people persons
        person victim victims victim's victims' complainant complainants abuse abused exploitation csa cse csae cso rso age ages
        aged birthday old under-age underage birth known unknown unspecified involving involve involved involves affecting
        against upon affected suffered targeting targeted element such nature relevant question specified concerned mentioned described criteria criterion met meet meets meeting
        """

    private static let welsh = """
        yn y yr ac a'r a i'r gyda gyda'r erbyn o gan cyfanswm plant rhywiol seiber faner baner troseddau droseddau cofnododd
        cofnodwyd gymharu oedd neu hebddi oed dioddefwr dioddefwyr nifer heddlu ystod flwyddyn blwyddyn ariannol ateb
        cwestiwn gofnodwyd roedd mewn ohonynt drefn honno hynny hyn bu cafwyd dan trosedd drosedd hefyd wedi eu ei bod yng ym
        """
}
