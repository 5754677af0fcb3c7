import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.processor.reports.enums.JobEndStatus;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Asks the veraPDF engine about many files in one JVM and prints one line per file and profile.
 *
 * <p>Arguments: profiles by name, parted by commas ("3a,ua1"), then files. A line holds, parted by tabs: the number of
 * the file among the arguments, the profile, "valid", "invalid" or "unreadable", how many checks were made, and the
 * rules that failed as clause-test=times, parted by spaces. The last line is "end" and how many lines stand above it,
 * so that an answer cut short is not taken for a whole one. Judging the answers is the caller's work: the exit code
 * tells only whether the engine ran. Files are judged side by side: the engine keeps what it knows of one per thread.
 *
 * <p>The jar lacks the JAXB library with which veraPDF reads its own profiles, so they are read here from the same XML
 * with the JDK's parser. Every rule of a profile must arrive: a profile read in part would let files pass.
 */
public final class VeraDriver {
    private static final Map<String, String> PROFILES = Map.of("3a", "PDFA-3A.xml", "ua1", "PDFUA-1.xml");
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final int FAILURES_KEPT = 100;

    private VeraDriver() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : arguments[0].split(",")) {
            profiles.put(name, readProfile(name));
        }
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<String>> lines = new ArrayList<>();
        for (int number = 1; number < arguments.length; number++) {
            for (Map.Entry<String, ValidationProfile> profile : profiles.entrySet()) {
                String asked = number + "\t" + profile.getKey() + "\t";
                File file = new File(arguments[number]);
                lines.add(threads.submit(() -> asked + judge(file, profile.getValue())));
            }
        }
        threads.shutdown();
        for (Future<String> line : lines) {
            out.println(line.get());
        }
        out.println("end\t" + lines.size());
    }

    /** The verdict, the number of checks and the failed rules. */
    private static String judge(File file, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = newValidator(profile)) {
            ValidationResult result = validator.validate(parser);
            boolean isWhole = result.getJobEndStatus() == JobEndStatus.NORMAL;
            String verdict = !isWhole ? "unreadable" : result.isCompliant() ? "valid" : "invalid";
            return verdict + "\t" + result.getTotalAssertions() + "\t" + failedRules(result);
        } catch (Exception error) { // a file can be damaged in as many ways as a parser can fail
            String reason = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
            return "unreadable\t0\t" + error.getClass().getSimpleName() + ": " + reason;
        }
    }

    private static PDFAValidator newValidator(ValidationProfile profile) {
        return Foundries.defaultInstance().createValidator(profile, FAILURES_KEPT, false, false, false);
    }

    private static String failedRules(ValidationResult result) {
        return result.getFailedChecks().entrySet().stream()
                .map(failed -> failed.getKey().getClause() + "-" + failed.getKey().getTestNumber() + "=" + failed.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    // --- a profile, from its XML -------------------------------------------------------------------------------

    private static ValidationProfile readProfile(String name) throws Exception {
        if (!PROFILES.containsKey(name)) {
            throw new IllegalArgumentException("no profile " + name + ", only " + PROFILES.keySet());
        }
        Element root = parse(FOLDER + PROFILES.get(name)).getDocumentElement();
        List<Element> written = children(child(root, "rules"), "rule");
        Set<Rule> rules = new HashSet<>();
        for (Element rule : written) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : children(child(root, "variables"), "variable")) {
            variables.add(readVariable(variable));
        }
        if (rules.isEmpty() || rules.size() != written.size()) {
            throw new IllegalStateException(name + ": " + rules.size() + " of " + written.size() + " rules were read");
        }
        Element details = child(root, "details");
        return Profiles.profileFromValues(
                PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(
                        text(details, "name"), text(details, "description"), details.getAttribute("creator"), new Date(0)),
                text(root, "hash"),
                rules,
                variables);
    }

    private static Document parse(String resource) throws Exception {
        try (InputStream stream = VeraDriver.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("the jar holds no " + resource);
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(stream);
        }
    }

    private static Rule readRule(Element rule) {
        Element id = child(rule, "id");
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        Boolean isDeferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                ruleId,
                rule.getAttribute("object"),
                isDeferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                readError(child(rule, "error")),
                readReferences(child(rule, "references")));
    }

    private static ErrorDetails readError(Element error) {
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(child(error, "arguments"), "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().trim(), argument.getAttribute("name"), null));
        }
        return Profiles.errorFromValues(text(error, "message"), arguments);
    }

    private static List<Reference> readReferences(Element references) {
        List<Reference> found = new ArrayList<>();
        for (Element reference : children(references, "reference")) {
            found.add(Profiles.referenceFromValues(
                    reference.getAttribute("specification"), reference.getAttribute("clause")));
        }
        return found;
    }

    private static Variable readVariable(Element variable) {
        return Profiles.variableFromValues(
                variable.getAttribute("name"),
                variable.getAttribute("object"),
                text(variable, "defaultValue"),
                text(variable, "value"));
    }

    /** The first child of a name; null where there is none, or no parent. */
    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node.getLocalName().equals(name)) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().trim();
    }
}
